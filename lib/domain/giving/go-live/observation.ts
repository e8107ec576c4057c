import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/domain/context";
import type { ObservedStatus } from "@/lib/domain/giving/go-live/schemas";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";

/** Whose readiness is judged. The checklist looks at both environments, whoever asks. */
export type GoLiveSubject = Pick<PartnerSnapshot, "id" | "productionAccess">;

/** What the rows say about an item, and which rows. */
export type Observation = { status: ObservedStatus; evidence: Record<string, unknown> };

export type Check = (ctx: Ctx, partner: GoLiveSubject) => Promise<Observation>;

/** Enough to follow a finding up; the counts beside them are whole. */
export const IDS_SHOWN_MAX = 5;

export const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** `column` lies within the last `ms`, both ends included. */
export function within(ctx: Ctx, ms: number, column: SQL): SQL {
  return sql`${column} >= ${instant(new Date(ctx.now.getTime() - ms))} and ${column} <= ${instant(ctx.now)}`;
}

/** Rows of a statement that names its columns as `T` does; instants come as text. */
export async function rowsOf<T>(ctx: Ctx, statement: SQL): Promise<T[]> {
  return (await ctx.db.execute(statement)) as unknown as T[];
}

/** An instant as the API writes it. */
export const isoOf = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The status of what consists of several parts: one that fails decides, and without parts nothing is shown yet. */
export function allOf(statuses: readonly ObservedStatus[]): ObservedStatus {
  if (statuses.includes("FAILED")) return "FAILED";
  return statuses.length > 0 && statuses.every((status) => status === "PASSED") ? "PASSED" : "PENDING";
}
