import { CAMPAIGN_TRANSITIONS, type CampaignStatus } from "@/lib/domain/giving/campaigns/statuses";

/** What of a campaign says where it stands. */
export type Standing = { status: CampaignStatus; startsAt: Date | null; endsAt: Date | null };

/** The status that follows from the stored one by the clock alone, one step on; null when none is due. */
export function dueStatus({ status, startsAt, endsAt }: Standing, now: Date): CampaignStatus | null {
  if (status === "SCHEDULED" && startsAt && startsAt <= now) return "ACTIVE";
  if (status === "ACTIVE" && endsAt && endsAt <= now) return "COMPLETED";
  return null;
}

/** Where a campaign stands at this moment, whether a job has written it down or not. */
export function effectiveStatus(standing: Standing, now: Date): CampaignStatus {
  const due = dueStatus(standing, now);
  return due ? effectiveStatus({ ...standing, status: due }, now) : standing.status;
}

export function canMove(from: CampaignStatus, to: CampaignStatus): boolean {
  return CAMPAIGN_TRANSITIONS[from].includes(to);
}
