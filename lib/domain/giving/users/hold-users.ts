import { asc, sql } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { inScope, send, statement } from "@/db/statement";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { Environment } from "@/lib/domain/shared/schemas";

type Scope = { partnerId: string; environment: Environment };

const selectUsers = statement((db) =>
  db
    .select({ id: partnerUsers.id, externalId: partnerUsers.externalId })
    .from(partnerUsers)
    .where(sql`${inScope(partnerUsers)} and ${partnerUsers.id} = any(${sql.placeholder("ids")})`)
    // In the order in which credits take them.
    .orderBy(asc(partnerUsers.externalId))
    .for("no key update"),
);

/** Locks these recipients until the transaction ends; returns their external ids by id. */
export async function holdUsers(ctx: InTx<Ctx>, scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await selectUsers(ctx.db, { ...scope, ids: [...new Set(ids)] });
  return new Map(rows.map(({ id, externalId }) => [id, externalId]));
}

/** By how much a recipient's figures change; what is left out stays. Their sum is what is earned: it must be 0. */
export type UserChange = {
  id: string;
  available?: number;
  vesting?: number;
  expired?: number;
  redeemed?: number;
  reversed?: number;
};

const FIGURES = ["available", "vesting", "expired", "redeemed", "reversed"] as const;

const CHANGE = `update partner_users set ${FIGURES.map((figure) => `${figure} = partner_users.${figure} + given.${figure}`).join(", ")},
    updated_at = $2::timestamptz
  from jsonb_to_recordset($1::jsonb) as given (id text, ${FIGURES.map((figure) => `${figure} bigint`).join(", ")})
  where partner_users.id = given.id`;

/** Changes the figures of recipients that this transaction holds. Several changes of one recipient are added up. */
export async function changeUsers(ctx: InTx<Ctx>, changes: readonly UserChange[]): Promise<void> {
  const sums = new Map<string, Required<UserChange>>();
  for (const change of changes) {
    const sum = sums.get(change.id) ?? {
      id: change.id,
      available: 0,
      vesting: 0,
      expired: 0,
      redeemed: 0,
      reversed: 0,
    };
    for (const figure of FIGURES) sum[figure] += change[figure] ?? 0;
    sums.set(change.id, sum);
  }
  if (sums.size > 0) await send(ctx.db, CHANGE, [JSON.stringify([...sums.values()]), ctx.now.toISOString()]);
}
