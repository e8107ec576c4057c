import { sql } from "drizzle-orm";
import { bigint, customType, text, timestamp } from "drizzle-orm/pg-core";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

/** An instant, in UTC, to the millisecond that JSON shows. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** Whole tokens or minor units; inside JSON's safe range by the checks on amounts. */
export const integer64 = (name: string) => bigint(name, { mode: "number" });

/** A transaction's number, 64 bits that never wrap round. */
export const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

export const environmentColumn = () => text("environment", { enum: ENVIRONMENTS });

/** `column in (…)` for a check constraint; the list is ours, never a caller's. */
export function oneOf(column: string, values: readonly string[]) {
  return sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(", ")})`);
}
