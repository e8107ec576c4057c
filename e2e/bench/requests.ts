import type { BenchPartner } from "@/e2e/bench/seed";
import { signature } from "@/e2e/support/signing-client";

/** Hands out the next request's bytes; undefined when there is none left. */
export type Source = () => Buffer | undefined;

const SUBMIT = "/v1/partner/actions/submit";

/** Made before the slice: the generator shares the machine with the server and must cost little. */
function toBytes(method: string, target: string, headers: Record<string, string>, body = ""): Buffer {
  const length: Record<string, string> = body === "" ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  const fields = { Host: "127.0.0.1", Connection: "keep-alive", ...headers, ...length };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
}

function signed(partner: BenchPartner, method: string, target: string, body = ""): Buffer {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers: Record<string, string> = {
    "X-Partner-Key": partner.secretKey,
    "X-Timestamp": timestamp,
    "X-Signature": signature(partner.hmacSecret, { timestamp, method, target, body }),
  };
  if (body !== "") headers["Content-Type"] = "application/json";
  return toBytes(method, target, headers, body);
}

/** Goes round a list for ever; a signed read may be sent again as long as its timestamp is fresh. */
function inTurn(requests: Buffer[]): Source {
  let turn = 0;
  return () => requests[turn++ % requests.length];
}

export const bareReads = (shape: "balance" | "config" | "recorded") =>
  inTurn([toBytes("GET", `/api/bench/${shape}`, {})]);

export const signedBalances = (partners: BenchPartner[], users: string[]) =>
  inTurn(partners.map((partner, n) => signed(partner, "GET", `/v1/partner/users/${users[n % users.length]}/balance`)));

export const signedReads = (partner: BenchPartner, target: string) => inTurn([signed(partner, "GET", target)]);

export const widgetConfigs = (partners: BenchPartner[]) =>
  inTurn(partners.map(({ publicKey }) => toBytes("GET", "/v1/partner/config", { "X-Partner-Key": publicKey })));

/** Reads by keys of API clients, in turns. */
export const keyedReads = (secrets: readonly string[], target: string) =>
  inTurn(secrets.map((secret) => toBytes("GET", target, { "X-Senior-Guru-Api-Key": secret })));

export function signedSubmit(partner: BenchPartner, idempotencyKey: string, users: string[]): Buffer {
  const action = {
    idempotencyKey,
    actionType: "PURCHASE",
    amount: "49.99",
    currency: "USD",
    stakeholders: users.map((partnerUserId) => ({ stakeholderTypeCode: "CUSTOMER", partnerUserId })),
    autoCreateUsers: true,
  };
  return signed(partner, "POST", SUBMIT, JSON.stringify(action));
}

/** Each for a user of its own, pool after pool. */
export function signedSubmits(partners: BenchPartner[], count: number, name: () => string): Source {
  const requests = Array.from({ length: count }, (_, n) => {
    const unique = name();
    return signedSubmit(partners[n % partners.length]!, `order-${unique}`, [`cust-${unique}`]);
  });
  return () => requests.pop();
}
