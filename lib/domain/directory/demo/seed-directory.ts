import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { providers } from "@/db/schema/directory-providers";
import { makeAds } from "@/lib/domain/directory/demo/make-ads";
import { makeCampaigns } from "@/lib/domain/directory/demo/make-campaigns";
import { makeClaims } from "@/lib/domain/directory/demo/make-claims";
import { makeCommunity } from "@/lib/domain/directory/demo/make-community";
import { makeEvents } from "@/lib/domain/directory/demo/make-events";
import { makeNewsroom } from "@/lib/domain/directory/demo/make-newsroom";
import { makeProviders } from "@/lib/domain/directory/demo/make-providers";
import { makeReviews } from "@/lib/domain/directory/demo/make-reviews";
import { DEMO_PROVIDERS, World } from "@/lib/domain/directory/demo/world";

const SEED = 20_260_514;
const SEED_LOCK = 7_300_003;

type Asked = { now: Date; providers?: number; seed?: number; plants?: boolean };

/**
 * Fills the directory with a world that follows from its seed number: providers in twenty cities and all that is said,
 * paid and planned about them, in every status, with planted values in the fields that no partner may see. Those of them that
 * the console shows are lifelike unless `plants`, which the tests of privacy ask for. All of it is written or nothing; where
 * there is a provider already, nothing is. Returns whether it was written now.
 */
export function seedDirectory(
  db: Db,
  { now, providers: count = DEMO_PROVIDERS, seed = SEED, plants = false }: Asked,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    // A transaction can do all that is asked of a connection here.
    const tx = transaction as unknown as Db;
    await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
    const [present] = await tx.select({ id: providers.id }).from(providers).limit(1);
    if (present) return false;
    const world = new World({ db: tx, now, providers: count, seed, plants });
    const made = await makeProviders(world);
    await makeClaims(world, made);
    const events = await makeEvents(world, made);
    await makeReviews(world, made);
    await makeCommunity(world, made);
    await makeAds(world, { providers: made, events });
    await makeCampaigns(world, made);
    await makeNewsroom(world, made);
    return true;
  });
}
