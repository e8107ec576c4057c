import { setTimeout as pause } from "node:timers/promises";
import { type TakenFault, takeFault } from "@/lib/domain/faults/take-fault";
import { fail } from "@/lib/errors";
import type { Caller, Exchange } from "@/lib/http/exchange";
import { hashIdempotencyKey } from "@/lib/http/idempotency-key-hash";
import { singleton } from "@/lib/platform/singleton";

/** How long a request hangs before it is told that the service is unavailable. */
const HANG_MS = 10_000;
/** A hanging request holds a socket and a timer; beyond this many in a process it is answered at once. */
const HANGING_MAX = 50;

const MINUTE_SECONDS = 60;

const hanging = () => singleton("hanging-requests", () => ({ count: 0 }));

/** Waits as long as a request hangs, unless too many hang already. */
export async function hang(wait: (ms: number) => Promise<unknown> = pause): Promise<void> {
  const all = hanging();
  if (all.count >= HANGING_MAX) return;
  all.count += 1;
  await wait(HANG_MS).finally(() => {
    all.count -= 1;
  });
}

/** Whether the request may meet a fault; answered from memory, so that partners without any pay nothing. */
export function mayMeetFault({ ctx, keyId }: Caller): boolean {
  return keyId !== null && ctx.environment === "sandbox" && ctx.partner?.hasFaults === true;
}

/**
 * Fails as a fault of the partner's says, if one fits the request (contract 6.11): the verb is not reached, nothing is
 * changed, and the usage row names the fault.
 */
export async function meetFault(exchange: Exchange, caller: Caller): Promise<void> {
  const endpoint = exchange.endpoint!;
  const fault = await takeFault(caller.ctx.db, {
    partnerId: caller.ctx.partner!.id,
    path: exchange.pathname,
    mayLackTokens: endpoint.errors.includes("insufficient_pool"),
  });
  if (!fault) return;
  exchange.faultId = fault.id;
  if (endpoint.issuesRewards) exchange.idempotencyKeyHash = hashIdempotencyKey(leniently(exchange.body));
  await answerWith(fault, exchange, caller);
}

async function answerWith(fault: TakenFault, exchange: Exchange, caller: Caller): Promise<never> {
  switch (fault.kind) {
    case "RATE_LIMIT": {
      const retryAfter = fault.retryAfterSeconds ?? secondsOfMinute(exchange.now);
      const details = { window: "minute", limit: caller.caps.minute, retryAfter };
      return fail("rate_limit_exceeded", { details, retryAfterSeconds: retryAfter });
    }
    case "SERVER_ERROR":
      return fail("internal_error");
    case "INSUFFICIENT_POOL":
      return fail("insufficient_pool");
    case "TIMEOUT":
      await hang();
      return fail("service_unavailable", { retryAfterSeconds: fault.retryAfterSeconds ?? undefined });
  }
}

/** What is left of the present minute, as a refusal for a burst would say. */
function secondsOfMinute(now: Date): number {
  return MINUTE_SECONDS - now.getUTCSeconds();
}

/** The body was not validated yet, and a fault does not depend on it. */
function leniently(body: Buffer | null): unknown {
  try {
    return JSON.parse(body?.toString("utf8") ?? "null");
  } catch {
    return null;
  }
}
