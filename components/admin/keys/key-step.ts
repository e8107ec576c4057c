import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";

/** What an administrator may do to a pair. */
export type KeyStepKind = "edit" | "rotate" | "scheduleEnd" | "cancelEnd" | "deactivate" | "reactivate" | "revoke";
export type KeyStep = { kind: KeyStepKind; key: PartnerKey };

export const KEY_STEP_LABELS: Record<KeyStepKind, string> = {
  edit: "Edit key",
  rotate: "Rotate key",
  scheduleEnd: "Schedule end",
  cancelEnd: "Cancel scheduled end",
  deactivate: "Deactivate key",
  reactivate: "Reactivate key",
  revoke: "Revoke key",
};

/** The steps that a pair in its present state can take. What cannot be undone comes last. */
export function stepsOf(key: PartnerKey): KeyStepKind[] {
  if (key.revokedAt !== null) return [];
  const end: KeyStepKind[] = key.ending ? ["cancelEnd"] : key.rotatedToKeyId ? ["scheduleEnd"] : [];
  return ["edit", "rotate", ...end, key.isActive ? "deactivate" : "reactivate", "revoke"];
}

/** The pairs whose successor is there while they still work: rotations under way, latest first. */
export function rotationsOf(keys: readonly PartnerKey[]): { former: PartnerKey; successor: PartnerKey }[] {
  return keys.flatMap((former) => {
    const successor = keys.find(({ id }) => id === former.rotatedToKeyId);
    return successor && former.revokedAt === null ? [{ former, successor }] : [];
  });
}
