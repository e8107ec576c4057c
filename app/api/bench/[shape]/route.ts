import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/platform/env";

// The yardstick of `npm run bench`: what Next alone needs to answer with the JSON of a real endpoint.
const SHAPES = {
  balance: {
    externalId: "cust-000001",
    available: 100,
    vesting: 0,
    expired: 0,
    redeemed: 0,
    reversed: 0,
    lifetimeEarned: 100,
    nextVesting: null,
    nextExpiration: null,
    asOf: "2026-01-01T00:01:01.000Z",
  },
  config: {
    id: "695b9e0d4f1a2b3c4d5e6f70",
    name: "Partner 5e6f70",
    slug: "partner-695b9e0d4f1a2b3c4d5e6f70",
    enabledFeatures: ["DONATIONS", "ACTIONS", "USERS", "CAMPAIGNS", "TOKEN_POOLS", "WEBHOOKS", "DASHBOARD"],
    rateLimit: 20_000,
    isActive: true,
    webhookUrl: null,
    tipConfig: { enabled: true, defaultPercent: 10, options: [0, 5, 10, 15], maxPercent: 30 },
    environment: "sandbox",
    providers: ["sandbox"],
    currencies: ["USD"],
    minAmount: 100,
    maxAmount: 99_999_999,
    branding: { logo: null, primaryColor: null },
  },
} as const;

/** A long answer of the product's own, which the bench has put beside the data; read once. */
let recorded: string | undefined;

function answerRecorded(): Response {
  recorded ??= readFileSync(join(env().dataDir, "bench-answer.json"), "utf8");
  return new Response(recorded, { headers: { "Content-Type": "application/json" } });
}

/** Answers while the server runs with `PORTICO_BENCH=1` only. */
export async function GET(_: Request, { params }: { params: Promise<{ shape: string }> }): Promise<Response> {
  const { shape } = await params;
  if (env().bench && shape === "recorded") return answerRecorded();
  if (!env().bench || !Object.hasOwn(SHAPES, shape)) return new Response(null, { status: 404 });
  return Response.json(SHAPES[shape as keyof typeof SHAPES]);
}
