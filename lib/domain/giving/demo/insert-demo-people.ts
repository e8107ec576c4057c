import { admins, portalUsers } from "@/db/schema/partners";
import type { Ctx, InTx } from "@/lib/domain/context";
import { DEMO_ADMINS, DEMO_PASSWORD, type DemoPerson } from "@/lib/domain/giving/demo/demo-people";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";

/** The platform's own people. One who exists already stays as he is. */
export async function insertDemoAdmins(ctx: InTx<Ctx>): Promise<void> {
  for (const { email, role } of DEMO_ADMINS) {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await ctx.db
      .insert(admins)
      .values({ id: newObjectId(), email, passwordHash, role, createdAt: ctx.now })
      .onConflictDoNothing();
  }
}

/** People of a partner; returns the id of the first, its owner. */
export async function insertDemoPeople(
  ctx: InTx<Ctx>,
  partner: { id: string; name: string; people: readonly DemoPerson[] },
): Promise<string> {
  const ids: string[] = [];
  for (const person of partner.people) {
    const id = newObjectId();
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await ctx.db.insert(portalUsers).values({
      ...person,
      id,
      passwordHash,
      organizationName: partner.name,
      partnerId: partner.id,
      emailVerifiedAt: ctx.now,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    ids.push(id);
  }
  return ids[0]!;
}
