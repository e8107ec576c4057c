import { describe, expect, test } from "vitest";
import { attemptAdvice, isDueSoon } from "@/components/portal/webhooks/delivery-text";
import type { Delivery } from "@/lib/domain/webhooks/schemas";
import { describeFailure } from "@/lib/platform/egress-errors";

describe("after a failed attempt the advice fits what happened", () => {
  test.each([
    [301, "redirect leads"],
    [401, "whsec_"],
    [403, "raw body"],
    [404, "serves POST"],
    [405, "serves POST"],
    [410, "gone for good"],
    [422, "Answer 2xx"],
    [503, "own log"],
  ])("%d", (httpStatus, words) => {
    expect(attemptAdvice({ httpStatus, error: `It answered ${httpStatus}.` })).toContain(words);
  });

  test.each([
    ["ETIMEDOUT", "answer", "within 10 seconds"],
    ["ECONNREFUSED", "connect", "running and reachable"],
    ["CERT_HAS_EXPIRED", "tls", "certificate"],
    ["ECONNRESET", "answer", "receiver behind it"],
  ] as const)("%s", (code, phase, words) => {
    const failure = describeFailure(Object.assign(new Error("x"), { code }), phase);
    expect(attemptAdvice({ httpStatus: null, error: failure.message })).toContain(words);
  });

  test("2xx needs none", () => {
    expect(attemptAdvice({ httpStatus: 204, error: null })).toBeUndefined();
  });
});

test("only a pending delivery whose attempt is near is worth another look", () => {
  const now = Date.parse("2026-01-01T00:00:00.000Z");
  const at = (seconds: number): Delivery => ({
    ...{ id: "whd_1", eventId: "evt_1", eventType: "action.completed", webhookId: "1", status: "PENDING" },
    ...{ attempts: [], nextAttemptAt: new Date(now + seconds * 1000).toISOString(), createdAt: "" },
    ...{ redeliveryOf: null, verdict: null },
  });
  expect(isDueSoon([at(30)], now)).toBe(true);
  expect(isDueSoon([at(-5)], now)).toBe(true);
  expect(isDueSoon([at(600)], now)).toBe(false);
  expect(isDueSoon([at(-600)], now)).toBe(false);
  expect(isDueSoon([{ ...at(5), status: "CANCELED" }], now)).toBe(false);
  expect(isDueSoon([{ ...at(5), nextAttemptAt: null }], now)).toBe(false);
});
