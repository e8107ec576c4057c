import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { portalUsers } from "@/db/schema/partners";
import type { PartnerRole } from "@/lib/domain/keys/scopes";
import { changeListener } from "@/lib/platform/change-listener";
import { singleton } from "@/lib/platform/singleton";
import { SnapshotCache } from "@/lib/platform/snapshot-cache";

/** A portal user as a request sees it. */
export type UserSnapshot = Readonly<{
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  organizationName: string;
  partnerId: string | null;
  role: PartnerRole;
  emailVerifiedAt: Date | null;
  disabledAt: Date | null;
}>;

export type UserRow = typeof portalUsers.$inferSelect;

const cache = () =>
  singleton("user-cache", () => new SnapshotCache<UserSnapshot>(changeListener(), (user) => [`user:${user.id}`]));

/** The user behind a token, from the cache. */
export function findUser(db: Db, id: string): Promise<UserSnapshot | null> {
  return cache().get(id, async () => {
    const [row] = await db.select().from(portalUsers).where(eq(portalUsers.id, id));
    if (!row) return null;
    const { passwordHash: _, createdAt: __, updatedAt: ___, ...user } = row;
    return user;
  });
}

/** The row of an address, in whatever case it is written. */
export async function findUserByEmail(db: Db, email: string): Promise<UserRow | null> {
  const [row] = await db
    .select()
    .from(portalUsers)
    .where(eq(sql`lower(${portalUsers.email})`, email.trim().toLowerCase()));
  return row ?? null;
}
