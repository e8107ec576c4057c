import { and, count, eq, gt, inArray, max, sql } from "drizzle-orm";
import { signInFailures } from "@/db/schema/partners";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

export const FAILURES_MAX = 10;
const WINDOW_SECONDS = 15 * 60;

/** Fails with `rate_limit_exceeded` once an account or an address has failed ten times in 15 minutes. */
export async function requireFewFailures(ctx: Ctx, subjects: string[]): Promise<void> {
  const since = new Date(ctx.now.getTime() - WINDOW_SECONDS * 1000);
  const rows = await ctx.db
    .select({ subject: signInFailures.subject, failures: count(), last: max(signInFailures.at) })
    .from(signInFailures)
    .where(and(inArray(signInFailures.subject, subjects), gt(signInFailures.at, since)))
    .groupBy(signInFailures.subject);
  const blocked = rows.filter((row) => row.failures >= FAILURES_MAX);
  if (blocked.length > 0) {
    const last = Math.max(...blocked.map((row) => row.last?.getTime() ?? 0));
    const retryAfterSeconds = Math.max(1, Math.ceil((last - since.getTime()) / 1000));
    fail("rate_limit_exceeded", {
      message: "Too many failed sign-ins. Wait as long as Retry-After says.",
      details: { window: "15 minutes", limit: FAILURES_MAX, retryAfter: retryAfterSeconds },
      retryAfterSeconds,
    });
  }
}

/** Counts a failure for each subject; returns the rows' ids. */
export async function recordSignInFailure(ctx: Ctx, subjects: string[]): Promise<number[]> {
  const rows = subjects.map((subject) => ({ subject, at: ctx.now }));
  const recorded = await ctx.db.insert(signInFailures).values(rows).returning({ id: signInFailures.id });
  return recorded.map((row) => row.id);
}

/**
 * Counts an attempt as failed before it is tried, so that of many guesses at once no more are tried than of as many one
 * after another. Returns the attempt, to be taken back when the password was right. Fails with `rate_limit_exceeded`.
 */
export async function beginSignIn(ctx: Ctx, subjects: string[]): Promise<number[]> {
  return inTransaction(ctx, async (ctx) => {
    for (const subject of subjects.toSorted()) {
      await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
    }
    await requireFewFailures(ctx, subjects);
    return recordSignInFailure(ctx, subjects);
  });
}

export async function takeBackSignIn(ctx: Ctx, attempt: number[]): Promise<void> {
  await ctx.db.delete(signInFailures).where(inArray(signInFailures.id, attempt));
}

/** A sign-in that worked clears the account's count; the address keeps its own. */
export async function forgetSignInFailures(ctx: Ctx, subject: string): Promise<void> {
  await ctx.db.delete(signInFailures).where(eq(signInFailures.subject, subject));
}
