import { expect, test } from "vitest";
import { checksOf } from "@/components/admin/api-clients/promotion-checks";

const READY = {
  sandboxMode: true,
  clientStatus: "active" as const,
  scopes: ["providers:read" as const],
  activeKeys: 1,
  webhookSubscriptions: 0,
  usageWindowDays: 30,
  allowedRequests: 12,
  blockedRequests: 0,
  rateLimitedRequests: 0,
};

const openIn = (evidence: Parameters<typeof checksOf>[0]) =>
  checksOf(evidence).flatMap(({ label, state }) => (state === "open" ? [label] : []));

test("a client that nothing stands against passes every check", () => {
  expect(openIn(READY)).toEqual([]);
});

test.each([
  [{ clientStatus: "paused" as const }, "The client is active"],
  [{ scopes: [] }, "It holds scopes"],
  [{ activeKeys: 0 }, "It has an active key"],
  [{ allowedRequests: 0 }, "Calls were allowed"],
  [{ blockedRequests: 1 }, "No call was blocked"],
  [{ rateLimitedRequests: 3 }, "No call met the rate limit"],
  [{ scopes: ["webhooks:write" as const] }, "Webhooks are subscribed where the scope is held"],
])("%j leaves one check open: %s", (part, label) => {
  expect(openIn({ ...READY, ...part })).toEqual([label]);
});
