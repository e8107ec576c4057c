import { TIER_CAPS } from "@/lib/domain/partners/statuses";
import { fail } from "@/lib/errors";
import type { Exchange } from "@/lib/http/exchange";
import type { Caps, LimitVerdict } from "@/lib/http/limits/limit-store";
import { limitStore } from "@/lib/http/limits/limit-store-chooser";
import { singleton } from "@/lib/platform/singleton";

/** Requests that fail authentication, per address: 60 a minute (giving contract 4). */
export const FAILURE_CAPS: Caps = { hour: TIER_CAPS.STANDARD.hour, minute: 60 };
const BLOCKED_MAX = 50_000;

/** Addresses whose failures are used up, until when; kept here so that they cost nothing further. */
const blockedAddresses = () => singleton("blocked-addresses", () => new Map<string, number>());

/** One household or host has a /64 of IPv6 to itself: it counts as one address. */
export function addressBucket(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const groups =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

function refuse(verdict: LimitVerdict): never {
  fail("rate_limit_exceeded", {
    details: { window: verdict.window, limit: verdict.windowLimit, retryAfter: verdict.retryAfterSeconds },
    retryAfterSeconds: verdict.retryAfterSeconds,
  });
}

/** Charges one request to a bucket and keeps the verdict for the headers; says whether it was allowed. */
export async function charge(exchange: Exchange, bucket: string, caps: Caps, cost = 1): Promise<boolean> {
  const verdict = limitStore().consume(bucket, caps, cost, exchange.now);
  exchange.limit = verdict instanceof Promise ? await verdict : verdict;
  return exchange.limit.allowed;
}

/** Fails with `rate_limit_exceeded` by the verdict the exchange holds. */
export function refuseByLimit(exchange: Exchange): never {
  refuse(exchange.limit!);
}

/** Charges anonymous traffic to its address, with Standard's numbers. */
export async function chargeAddress(exchange: Exchange): Promise<void> {
  const bucket = `address:${addressBucket(exchange.message.address)}`;
  if (!(await charge(exchange, bucket, TIER_CAPS.STANDARD))) refuseByLimit(exchange);
}

/** Holds an endpoint to so many calls for each address. */
export async function chargeEndpoint(exchange: Exchange, id: string, caps: Caps): Promise<void> {
  const general = exchange.limit;
  const bucket = `endpoint:${id}:${addressBucket(exchange.message.address)}`;
  await charge(exchange, bucket, caps);
  const own = exchange.limit!;
  // The headers keep describing the caller's general window.
  exchange.limit = general;
  if (!own.allowed) refuse(own);
}

/** Whether the address has used up its failures for now; answered from memory. */
export function isBlocked(exchange: Exchange): boolean {
  const until = blockedAddresses().get(addressBucket(exchange.message.address));
  return until !== undefined && until > exchange.now.getTime();
}

/** Charges a failed authentication to its address; beyond the cap the answer is 429 whatever the failure was. */
export async function chargeFailure(exchange: Exchange, caps: Caps = FAILURE_CAPS): Promise<void> {
  const address = addressBucket(exchange.message.address);
  if (await charge(exchange, `failure:${address}`, caps)) return;
  const blocked = blockedAddresses();
  if (blocked.size >= BLOCKED_MAX) blocked.clear();
  blocked.set(address, exchange.now.getTime() + exchange.limit!.retryAfterSeconds * 1000);
  refuseByLimit(exchange);
}
