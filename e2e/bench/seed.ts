import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { makeApiClient, makeKey, makePartner, makePool, makeWebhook } from "@/db/testing/factories";
import { DIRECTORY_VOLUME, seedDirectoryVolume } from "@/db/testing/seed-directory-volume";
import { seedTransactions } from "@/db/testing/seed-transactions";

export type BenchPartner = {
  partnerId: string;
  poolId: string;
  keyId: string;
  publicKey: string;
  secretKey: string;
  hmacSecret: string;
};

type Db = Parameters<typeof makePartner>[0];

const POOL_TOKENS = 1_000_000_000;

/** Partners of the highest tier, each with a key pair and a pool of its own. */
export function seedPartners(databaseUrl: string, count: number): Promise<BenchPartner[]> {
  return onDatabase(databaseUrl, async (db, sql) => {
    const partners: BenchPartner[] = [];
    for (let n = 0; n < count; n++) {
      const { id: partnerId } = await makePartner(db, { tier: "ENTERPRISE" });
      const { key, publicKey, secretKey, hmacSecret } = await makeKey(db, { partnerId });
      const pool = await makePool(db, { partnerId, allocated: POOL_TOKENS });
      partners.push({ partnerId, poolId: pool.id, keyId: key.id, publicKey, secretKey, hmacSecret });
    }
    // What a database that has been in use for a while knows of its tables.
    await sql`vacuum analyze`;
    return partners;
  });
}

/** Gives a partner a long past. */
export function seedPast(
  databaseUrl: string,
  { partnerId, poolId }: BenchPartner,
  size: { transactions: number; users: number; days: number },
): Promise<void> {
  return onDatabase(databaseUrl, (_, sql) => seedTransactions(sql, { partnerId, tokenPoolId: poolId, ...size }));
}

export type BenchDirectory = { secrets: string[]; providerId: string; eventId: string; rows: string };

/** A directory of years, keys of so many clients that none meets its limit, and a provider and an event to ask for. */
export function seedDirectory(databaseUrl: string, clients: number): Promise<BenchDirectory> {
  return onDatabase(databaseUrl, async (db, sql) => {
    await seedDirectoryVolume(sql);
    const secrets: string[] = [];
    for (let n = 0; n < clients; n++) secrets.push((await makeApiClient(db)).secret);
    const [provider] = await sql`
      select provider_id as id from community_events where status = 'published' and provider_id in
        (select id from providers where status = 'verified') order by provider_id limit 1 offset 2000`;
    const [event] =
      await sql`select id from community_events where status = 'published' order by id limit 1 offset 2000`;
    const { providers, reviews, metrics } = DIRECTORY_VOLUME;
    const rows = `${providers} providers, ${reviews} reviews, ${metrics} metric rows`;
    return { secrets, providerId: provider!.id, eventId: event!.id, rows };
  });
}

export type SeededWebhook = { id: string; partnerId: string; secret: string };

/** A webhook that receives everything, for each of these places. */
export function seedWebhooks(
  databaseUrl: string,
  places: readonly { partnerId: string; url: string }[],
): Promise<SeededWebhook[]> {
  return onDatabase(databaseUrl, async (db) => {
    const made: SeededWebhook[] = [];
    for (const { partnerId, url } of places) {
      const { webhook, secret } = await makeWebhook(db, { partnerId, url, createdAt: new Date() });
      made.push({ id: webhook.id, partnerId, secret });
    }
    return made;
  });
}

async function onDatabase<T>(databaseUrl: string, work: (db: Db, sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    // A connection of one's own does what the factories need of the product's.
    return await work(drizzle(sql) as unknown as Db, sql);
  } finally {
    await sql.end();
  }
}
