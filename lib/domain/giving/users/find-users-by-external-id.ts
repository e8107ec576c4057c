import { and, sql } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { inScope, statement } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { fail } from "@/lib/errors";

export type KnownUser = { externalId: string; status: (typeof partnerUsers.$inferSelect)["status"] };

const selectUsers = statement((db) =>
  db
    .select({ externalId: partnerUsers.externalId, status: partnerUsers.status })
    .from(partnerUsers)
    .where(and(inScope(partnerUsers), sql`${partnerUsers.externalId} = any(${sql.placeholder("externalIds")})`)),
);

export async function findUsersByExternalId(ctx: InTx<PartnerCtx>, externalIds: string[]): Promise<KnownUser[]> {
  const { partner, environment } = ctx;
  return selectUsers(ctx.db, { partnerId: partner.id, environment, externalIds });
}

/** Fails with `unknown_user` or `user_inactive`, naming every stakeholder concerned. */
export function requireReceivable(known: KnownUser[], input: SubmitAction): void {
  const status = new Map(known.map((user) => [user.externalId, user.status]));
  const concerned = (matches: (externalId: string) => boolean, issue: string) =>
    input.stakeholders.flatMap(({ partnerUserId }, index) =>
      matches(partnerUserId) ? [{ field: `stakeholders[${index}].partnerUserId`, issue, partnerUserId }] : [],
    );
  const unknown = input.autoCreateUsers ? [] : concerned((id) => !status.has(id), "is not a known user");
  if (unknown.length > 0) fail("unknown_user", { details: unknown });
  const inactive = concerned((id) => status.get(id) === "INACTIVE", "is inactive");
  if (inactive.length > 0) fail("user_inactive", { details: inactive });
}
