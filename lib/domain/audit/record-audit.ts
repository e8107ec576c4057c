import { auditRecords } from "@/db/schema/records";
import { insertion } from "@/db/statement";
import { type Actor, actorId, type Ctx, type InTx } from "@/lib/domain/context";
import type { Environment } from "@/lib/domain/shared/schemas";
import { newObjectId } from "@/lib/platform/ids";

type AuditRow = typeof auditRecords.$inferInsert;

/** What was done to what. `before` and `after` hold the fields that changed, never a secret. */
export type AuditEntry = {
  /** Noun and past participle: `api_key.created`. */
  action: string;
  targetType: string;
  targetId: string;
  partnerId: string | null;
  environment: Environment | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
};

const ACTOR_TYPES = {
  key: "API_KEY",
  user: "PARTNER_USER",
  admin: "ADMIN",
  client: "API_KEY",
  job: "SYSTEM",
  anonymous: "SYSTEM",
} as const satisfies Record<Actor["type"], AuditRow["actorType"]>;

function who(actor: Actor): Pick<AuditRow, "actorType" | "actorId" | "ip"> {
  const ip = "address" in actor ? actor.address : null;
  return { actorType: ACTOR_TYPES[actor.type], actorId: actorId(actor), ip };
}

/** The audit row for a change; insert it in the transaction of that change. */
export function auditRow(ctx: Ctx, entry: AuditEntry): AuditRow {
  const row = { id: newObjectId(), at: ctx.now, requestId: ctx.requestId, ...who(ctx.actor), ...entry };
  return ctx.sanction ? { ...row, after: { ...entry.after, ...ctx.sanction } } : row;
}

/** Inserts rows that `auditRow` made, in the transaction of what they tell of. */
export const insertAuditRows = insertion(auditRecords, [
  "id",
  "at",
  "actorType",
  "actorId",
  "action",
  "targetType",
  "targetId",
  "partnerId",
  "environment",
  "before",
  "after",
  "reason",
  "ip",
  "requestId",
]);

export async function recordAudit(ctx: InTx<Ctx>, entry: AuditEntry): Promise<void> {
  await insertAuditRows(ctx.db, [auditRow(ctx, entry)]);
}
