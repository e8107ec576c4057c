import { findAdmin } from "@/lib/domain/admins/load-admin";
import { presentAdmin } from "@/lib/domain/admins/present-admin";
import type { AdminMe } from "@/lib/domain/admins/schemas";
import type { AdminCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/** The signed-in administrator. */
export async function getAdminMe(ctx: AdminCtx): Promise<AdminMe> {
  const admin = await findAdmin(ctx.db, ctx.actor.adminId);
  if (!admin) fail("invalid_token");
  return { admin: presentAdmin(admin) };
}
