import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { makeKey, makePartner, makePool } from "@/db/testing/factories";

export type BenchPartner = {
  partnerId: string;
  poolId: string;
  keyId: string;
  publicKey: string;
  secretKey: string;
  hmacSecret: string;
};

/** Many, so that the limiter counts every request and, at the highest tier, refuses none. */
const PARTNERS = 400;
const POOL_TOKENS = 1_000_000_000;

/** Partners of the highest tier, each with a key pair and a pool of its own. */
export async function seedPartners(databaseUrl: string): Promise<BenchPartner[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  // A connection of one's own does what the factories need of the product's.
  const db = drizzle(sql) as unknown as Parameters<typeof makePartner>[0];
  const partners: BenchPartner[] = [];
  for (let n = 0; n < PARTNERS; n++) {
    const { id: partnerId } = await makePartner(db, { tier: "ENTERPRISE" });
    const { key, publicKey, secretKey, hmacSecret } = await makeKey(db, { partnerId });
    const pool = await makePool(db, { partnerId, allocated: POOL_TOKENS });
    partners.push({ partnerId, poolId: pool.id, keyId: key.id, publicKey, secretKey, hmacSecret });
  }
  // What a database that has been in use for a while knows of its tables.
  await sql`vacuum analyze`;
  await sql.end();
  return partners;
}
