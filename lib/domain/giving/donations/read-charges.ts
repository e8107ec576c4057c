import { asc, eq } from "drizzle-orm";
import { donationCharges } from "@/db/schema/donations";
import type { Ctx } from "@/lib/domain/context";
import type { ChargeRow } from "@/lib/domain/giving/donations/present-donation";

/** The payments of a donation that was found in its dataset, the oldest first. */
export function readCharges({ db }: Pick<Ctx, "db">, donationId: string): Promise<ChargeRow[]> {
  return db
    .select()
    .from(donationCharges)
    .where(eq(donationCharges.donationId, donationId))
    .orderBy(asc(donationCharges.n));
}
