import { and, sql } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { inScope, insertion, statement } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import type { Stakeholder, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

type UserRow = typeof partnerUsers.$inferInsert;

/** A recipient as one transaction knows them, with what it credits to them. */
export type UserAccount = Pick<UserRow, "id" | "externalId" | "email" | "firstName" | "lastName"> & {
  status: (typeof partnerUsers.$inferSelect)["status"];
  isNew: boolean;
  available: number;
  vesting: number;
  /** When it was credited last. */
  at: Date;
};

const selectUsers = statement((db) =>
  db
    .select({ id: partnerUsers.id, externalId: partnerUsers.externalId, status: partnerUsers.status })
    .from(partnerUsers)
    .where(and(inScope(partnerUsers), sql`${partnerUsers.externalId} = any(${sql.placeholder("externalIds")})`)),
);

/** The recipients of these ids who exist, by externalId, with nothing credited yet. */
export async function findUserAccounts(
  ctx: InTx<PartnerCtx>,
  externalIds: readonly string[],
): Promise<Map<string, UserAccount>> {
  const { partner, environment } = ctx;
  const rows = await selectUsers(ctx.db, {
    partnerId: partner.id,
    environment,
    externalIds: [...new Set(externalIds)],
  });
  const credits = { email: null, firstName: null, lastName: null, isNew: false, available: 0, vesting: 0, at: ctx.now };
  return new Map(rows.map((row) => [row.externalId, { ...row, ...credits }]));
}

/** Fails with `unknown_user` or `user_inactive`, naming every stakeholder concerned. */
export function requireReceivable(known: ReadonlyMap<string, UserAccount>, input: SubmitAction): void {
  const concerned = (matches: (user: UserAccount | undefined) => boolean, issue: string) =>
    input.stakeholders.flatMap(({ partnerUserId }, index) =>
      matches(known.get(partnerUserId))
        ? [{ field: `stakeholders[${index}].partnerUserId`, issue, partnerUserId }]
        : [],
    );
  const unknown = input.autoCreateUsers ? [] : concerned((user) => !user, "is not a known user");
  if (unknown.length > 0) fail("unknown_user", { details: unknown });
  const inactive = concerned((user) => user?.status === "INACTIVE", "is inactive");
  if (inactive.length > 0) fail("user_inactive", { details: inactive });
}

/** The account of a stakeholder, opened with the stakeholder's fields where there is none. */
export function accountOf(known: Map<string, UserAccount>, stakeholder: Stakeholder, at: Date): UserAccount {
  const { partnerUserId: externalId, userEmail, userFirstName, userLastName } = stakeholder;
  const present = known.get(externalId);
  if (present) return present;
  const account: UserAccount = {
    id: newObjectId(),
    externalId,
    email: userEmail ?? null,
    firstName: userFirstName ?? null,
    lastName: userLastName ?? null,
    status: "ACTIVE",
    isNew: true,
    available: 0,
    vesting: 0,
    at,
  };
  known.set(externalId, account);
  return account;
}

const creditUsers = insertion<typeof partnerUsers, keyof UserRow, { id: string }>(
  partnerUsers,
  [
    "id",
    "partnerId",
    "environment",
    "externalId",
    "email",
    "firstName",
    "lastName",
    "available",
    "vesting",
    "lifetimeEarned",
    "createdAt",
    "updatedAt",
  ],
  // Who became inactive, or was created under another id, since they were read is not among what this returns.
  `on conflict (partner_id, environment, external_id) do update set
    available = partner_users.available + excluded.available, vesting = partner_users.vesting + excluded.vesting,
    lifetime_earned = partner_users.lifetime_earned + excluded.lifetime_earned, updated_at = excluded.updated_at
    where partner_users.status = 'ACTIVE' and partner_users.id = excluded.id
    returning id`,
);

/**
 * Adds what these accounts were credited, creating who is new; existing people are not overwritten. Rows are taken in the
 * order of their external ids, so that two transactions never wait for each other crosswise. Says whether every account
 * was still as it had been read; if not, the transaction must not be kept.
 */
export async function saveCredits(ctx: InTx<PartnerCtx>, accounts: readonly UserAccount[]): Promise<boolean> {
  const scope = { partnerId: ctx.partner.id, environment: ctx.environment };
  const rows = accounts
    .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1))
    .map(({ status: _, isNew: __, at, ...account }) => ({
      ...account,
      ...scope,
      createdAt: at,
      updatedAt: at,
      lifetimeEarned: account.available + account.vesting,
    }));
  return (await creditUsers(ctx.db, rows)).length === rows.length;
}
