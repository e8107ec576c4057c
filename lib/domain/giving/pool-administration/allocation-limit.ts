import { and, asc, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import type { AdminCtx, InTx } from "@/lib/domain/context";
import type { AutoRefillRule } from "@/lib/domain/giving/token-pools/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import { env } from "@/lib/platform/env";

/** Whether so many tokens are more than one administrator may hand out alone. Sandbox tokens are worth nothing. */
export function exceedsLimit(environment: Environment, tokens: number): boolean {
  return environment === "production" && tokens > env().fourEyesAllocationTokens;
}

/** What a rule may bring into its pool within a month. */
export function refillOf(rule: AutoRefillRule | undefined): number {
  return rule?.enabled ? rule.maxPerMonth : 0;
}

/**
 * What administrators did to these pools so far; each stays as it is until the transaction ends. Rewards change balances
 * all the time, so those say nothing about whether a decision still rests on the same facts.
 */
export function holdFigures(
  ctx: InTx<AdminCtx>,
  { partnerId, environment, poolId }: { partnerId: string; environment?: Environment; poolId?: string },
) {
  const { id, status, allocated, withdrawn } = tokenPools;
  return ctx.db
    .select({ id, status, allocated, withdrawn })
    .from(tokenPools)
    .where(
      and(
        eq(tokenPools.partnerId, partnerId),
        environment && eq(tokenPools.environment, environment),
        poolId === undefined ? undefined : eq(id, poolId),
      ),
    )
    .orderBy(asc(id))
    .for("no key update");
}
