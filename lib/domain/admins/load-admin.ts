import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { admins } from "@/db/schema/partners";

export type AdminRow = typeof admins.$inferSelect;

/** The administrator of this id. */
export async function findAdmin(db: Db, id: string): Promise<AdminRow | null> {
  const [row] = await db.select().from(admins).where(eq(admins.id, id));
  return row ?? null;
}

/** The row of an address, in whatever case it is written. */
export async function findAdminByEmail(db: Db, email: string): Promise<AdminRow | null> {
  const [row] = await db
    .select()
    .from(admins)
    .where(eq(sql`lower(${admins.email})`, email.trim().toLowerCase()));
  return row ?? null;
}
