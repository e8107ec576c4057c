import { and, asc, count, desc, eq, gt, gte, inArray, lt, lte, ne, or, type SQL } from "drizzle-orm";
import { donationCharges, donations } from "@/db/schema/donations";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownDonations } from "@/lib/domain/giving/donations/own-donations";
import { type ChargeRow, presentListedDonation } from "@/lib/domain/giving/donations/present-donation";
import type { DonationList, ListDonationsQuery } from "@/lib/domain/giving/donations/schemas";
import type { DonationStatusName, RewardStatus } from "@/lib/domain/giving/donations/statuses";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** `statusAt` in SQL: a link that ran out is EXPIRED, whether a job has written it down or not. */
function hasStatus(status: DonationStatusName, now: Date): SQL | undefined {
  if (status === "PENDING") return and(eq(donations.status, "PENDING"), gt(donations.expiresAt, now));
  if (status !== "EXPIRED") return eq(donations.status, status);
  return and(
    inArray(donations.status, ["EXPIRED", "PENDING"]),
    or(eq(donations.status, "EXPIRED"), lte(donations.expiresAt, now)),
  );
}

/** The same of the reward: nothing is due for a link that ran out. */
function hasReward(rewardStatus: RewardStatus, now: Date): SQL | undefined {
  const ranOut = and(eq(donations.status, "PENDING"), lte(donations.expiresAt, now));
  const isOpen = or(ne(donations.status, "PENDING"), gt(donations.expiresAt, now));
  const written = eq(donations.rewardStatus, rewardStatus);
  return rewardStatus === "NONE" ? or(written, ranOut) : and(written, isOpen);
}

function matching(input: ListDonationsQuery, now: Date): SQL | undefined {
  const { partnerDonationId, status, rewardStatus, nonprofitSlug, referralCode, externalId, frequency } = input;
  return and(
    partnerDonationId === undefined ? undefined : eq(donations.id, partnerDonationId),
    status && hasStatus(status, now),
    rewardStatus && hasReward(rewardStatus, now),
    nonprofitSlug === undefined ? undefined : eq(donations.nonprofitSlug, nonprofitSlug),
    referralCode === undefined ? undefined : eq(donations.referralCode, referralCode),
    externalId === undefined ? undefined : eq(donations.partnerUserId, externalId),
    frequency && eq(donations.frequency, frequency),
    input.from && gte(donations.createdAt, input.from),
    input.to && lt(donations.createdAt, input.to),
  );
}

/** The payments of some donations that were found in their dataset, the oldest first. */
async function readChargesOf({ db }: PartnerCtx, ids: string[]): Promise<Map<string, ChargeRow[]>> {
  const found = new Map<string, ChargeRow[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await db
    .select()
    .from(donationCharges)
    .where(inArray(donationCharges.donationId, ids))
    .orderBy(asc(donationCharges.n));
  for (const row of rows) found.get(row.donationId)!.push(row);
  return found;
}

/** The partner's donations in this environment, as they stand now. */
export async function listDonations(ctx: PartnerCtx, input: ListDonationsQuery): Promise<DonationList> {
  const where = and(ownDonations(ctx), matching(input, ctx.now));
  const direction = input.sort === "createdAt" ? asc : desc;
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(donations)
      .where(where)
      .orderBy(direction(donations.createdAt), direction(donations.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(donations).where(where),
  ]);
  const charges = await readChargesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return pageOf(
    rows.map((row) => presentListedDonation(row, charges.get(row.id)!, ctx.now)),
    counted!.total,
    input,
  );
}
