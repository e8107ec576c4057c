import { announce, nudgeOutbox } from "@/inngest/client";
import { rewardsWaiting } from "@/inngest/events";
import { BODY_LIMIT_BYTES } from "@/lib/contract/endpoint";
import { connection } from "@/lib/domain/connection";
import type { Ctx } from "@/lib/domain/context";
import { InauthenticCallback } from "@/lib/domain/giving/donations/providers/payment-provider";
import { receiveCallback } from "@/lib/domain/giving/donations/receive-callback";
import { ERRORS, Failure } from "@/lib/errors";
import { fromRequest } from "@/lib/http/adapters/next";
import { beginExchange, type Exchange } from "@/lib/http/exchange";
import { chargeFailure } from "@/lib/http/limits/charge";
import { newPrefixedId } from "@/lib/platform/ids";
import { logger } from "@/lib/platform/logger";

type Provider = Parameters<typeof receiveCallback>[1];

const REFUSED = 401;

function answer(exchange: Exchange, status: number, body: Record<string, unknown>): Response {
  const headers = { "Cache-Control": "no-store", "X-Request-Id": exchange.requestId };
  return Response.json({ ...body, requestId: exchange.requestId }, { status, headers });
}

async function refuse(exchange: Exchange, error: unknown, provider: Provider): Promise<Response> {
  if (error instanceof InauthenticCallback) {
    logger.warn({ provider, address: exchange.message.address, reason: error.message }, "a callback was refused");
    // Whoever guesses at callbacks is slowed down like whoever guesses at keys.
    const limited = await chargeFailure(exchange).catch((error: unknown) => error);
    if (limited instanceof Failure)
      return answer(exchange, ERRORS[limited.code].status, { code: "RATE_LIMIT_EXCEEDED" });
    return answer(exchange, REFUSED, { code: "INVALID_SIGNATURE", message: "The callback is not authentic." });
  }
  if (error instanceof Failure) return answer(exchange, ERRORS[error.code].status, { code: error.code.toUpperCase() });
  logger.error({ err: error, provider, requestId: exchange.requestId }, "a callback could not be applied");
  return answer(exchange, 500, { code: "INTERNAL_ERROR" });
}

/**
 * Takes a payment provider's callback: the bytes as they came, since they are what is signed. It answers 2xx once all of it
 * is committed, and an error otherwise, on which providers send again.
 */
export async function answerCallback(request: Request, provider: Provider, secretPath?: string): Promise<Response> {
  const exchange = beginExchange(fromRequest(request), newPrefixedId("req"));
  const { message, now, requestId } = exchange;
  const ctx: Ctx = { db: connection(), now, requestId, actor: { type: "job", name: `callback-${provider}` } };
  try {
    const rawBody = await message.readBody(BODY_LIMIT_BYTES);
    const outcomes = await receiveCallback(ctx, provider, { rawBody, header: message.header, secretPath });
    nudgeOutbox();
    void announce(rewardsWaiting);
    return answer(exchange, 200, { received: true, outcomes });
  } catch (error) {
    return refuse(exchange, error, provider);
  }
}
