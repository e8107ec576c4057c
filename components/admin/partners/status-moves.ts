import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { PARTNER_TRANSITIONS, type PartnerStatus } from "@/lib/domain/partners/statuses";

export type StatusMove = {
  to: PartnerStatus;
  /** Verb and object. */
  label: string;
  keepLabel: string;
  done: string;
  tone: "primary" | "danger";
};

const MOVES: Record<PartnerStatus, Omit<StatusMove, "to"> | null> = {
  // Where a reviewed partner begins; no move leads back there.
  PENDING_APPROVAL: null,
  ACTIVE: { label: "Activate partner", keepLabel: "Leave as it is", done: "activated", tone: "primary" },
  SUSPENDED: { label: "Suspend partner", keepLabel: "Keep partner active", done: "suspended", tone: "danger" },
  INACTIVE: { label: "Deactivate partner", keepLabel: "Leave as it is", done: "deactivated", tone: "danger" },
  TERMINATED: { label: "Terminate partner", keepLabel: "Keep partner", done: "terminated", tone: "danger" },
};

/** Where a partner can go from here, as someone would say it. */
export function movesFrom(status: PartnerStatus): StatusMove[] {
  return PARTNER_TRANSITIONS[status].flatMap((to) => {
    const move = MOVES[to];
    return move ? [{ to, ...move }] : [];
  });
}

type Affected = Pick<PartnerRecord, "keys" | "people">;

/** What the move does to the partner, and whether it can be undone. */
export function consequenceOf({ keys, people }: Affected, to: PartnerStatus): string {
  const active = (keys.sandbox.active + keys.production.active).toLocaleString("en");
  const calls = `Calls with its keys (${active} active)`;
  switch (to) {
    case "ACTIVE":
      return `${calls} are served from the next request on.`;
    case "SUSPENDED":
      return `${calls} are refused with PARTNER_SUSPENDED from the next request on, until it is activated again.`;
    case "TERMINATED":
      return `Its keys (${active} active) are revoked and its people (${people.toLocaleString("en")}) can no longer sign in. This cannot be undone.`;
    default:
      return `${calls} are refused with PARTNER_NOT_ACTIVE from the next request on, until it is activated again.`;
  }
}
