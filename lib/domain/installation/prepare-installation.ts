import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { admins } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { databaseUrl } from "@/lib/platform/database-url";
import { env } from "@/lib/platform/env";
import { newObjectId, newPrefixedId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";

/** Creates the first `SUPERADMIN` from the environment when no admin exists; never changes an existing one. */
async function createFirstAdmin(ctx: Ctx): Promise<void> {
  const { adminEmail, adminPassword } = env();
  if (!adminEmail || !adminPassword) return;
  const passwordHash = await hashPassword(adminPassword);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`lock table admins in share row exclusive mode`);
    const [existing] = await ctx.db.select({ id: admins.id }).from(admins).limit(1);
    if (existing) return;
    const id = newObjectId();
    await ctx.db.insert(admins).values({ id, email: adminEmail, passwordHash, role: "SUPERADMIN", createdAt: ctx.now });
    await recordAudit(ctx, {
      action: "admin.created",
      targetType: "admin",
      targetId: id,
      partnerId: null,
      environment: null,
      after: { role: "SUPERADMIN" },
      reason: "First administrator, from ADMIN_EMAIL",
    });
  });
}

/** Brings the database to this version's schema and creates what must exist before the first request. */
export async function prepareInstallation(): Promise<void> {
  await migrateDatabase(databaseUrl());
  await createFirstAdmin({
    db: database().db,
    now: new Date(),
    requestId: newPrefixedId("req"),
    actor: { type: "job", name: "prepare-installation" },
  });
}
