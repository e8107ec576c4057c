import { describe, expect, test } from "vitest";
import { nextStep, type StepFacts } from "@/components/portal/go-live/next-step";
import { ACCESS_LOOKS } from "@/components/portal/go-live/production-access";
import { readItem } from "@/components/portal/go-live/read-item";
import type { GoLiveItem } from "@/lib/domain/giving/go-live/schemas";
import { PRODUCTION_ACCESS } from "@/lib/domain/partners/statuses";

const AT = "2026-01-01T00:00:00.000Z";
const OPEN: StepFacts = { access: "APPROVED", environment: "sandbox", liveKeyId: "key_live", testKeyId: "key_test" };

const item = (id: GoLiveItem["id"], evidence: Record<string, unknown>, status: GoLiveItem["status"] = "PENDING") =>
  ({ id, title: id, status, evidence, checkedAt: AT }) as GoLiveItem;

const NO_TRAFFIC = {
  ...{ actions: 3, actionsNeeded: 10, replays: 0, replayRequestIds: [], reused: 0, reusedRequestIds: [] },
  ...{ samePayloadOtherKey: 0, samePayloadActions: [] },
};
const UNSIGNED = { lastSigned: null, last24Hours: { signed: 0, failures: 0, failedRequestIds: [] } };

describe("the next step", () => {
  test("of what lies in production is to ask for it, and then to wait", () => {
    const keys = item("live_keys", { keyIds: [], expiredKeyIds: [], inactiveKeyIds: [] });
    expect(nextStep(keys, { ...OPEN, access: "NONE" })?.action?.href).toBe("/go-live/request");
    expect(nextStep(keys, { ...OPEN, access: "REQUESTED" })?.action).toBeUndefined();
    expect(nextStep(keys, OPEN)?.action).toMatchObject({ environment: "production", href: "/keys?create=true" });
  });

  test("names the person's own key, and a key comes before its use", () => {
    const signing = item("live_signing", UNSIGNED);
    expect(nextStep(signing, OPEN)?.action?.href).toBe("/first-call?key=key_live");
    expect(nextStep(signing, { ...OPEN, liveKeyId: undefined })?.action?.href).toBe("/keys?create=true");
    expect(nextStep(item("idempotency_keys", NO_TRAFFIC), OPEN)?.action?.href).toContain("key=key_test");
  });

  test("leads to production for what lies there, and not away from it", () => {
    const probed = item("webhook_verification", { webhooks: [{ webhookId: "w1", at: null }] });
    expect(nextStep(probed, OPEN)?.action?.environment).toBe("production");
    expect(nextStep(probed, { ...OPEN, environment: "production" })?.action).toBeUndefined();
  });

  test("is none for what passed or was waived", () => {
    for (const status of ["PASSED", "WAIVED"] as const) {
      expect(nextStep(item("idempotency_keys", NO_TRAFFIC, status), OPEN)).toBeUndefined();
    }
  });
});

describe("a checklist on which every item stands", () => {
  test("announces the cutover where production is approved, and nowhere else", () => {
    const announced = PRODUCTION_ACCESS.filter((access) => /can make the cutover/.test(ACCESS_LOOKS[access].whenReady));
    expect(announced).toEqual(["APPROVED"]);
    expect(ACCESS_LOOKS.LIVE.whenReady).toMatch(/is made/);
  });
});

describe("a reading", () => {
  test("tells when a signed request stops counting, and of wrong signatures", () => {
    const { findings, staleAt } = readItem(
      item("live_signing", {
        lastSigned: { requestId: "req_1", keyId: "key_1", at: AT },
        last24Hours: { signed: 10, failures: 1, failedRequestIds: ["req_2"] },
      }),
    );
    expect(staleAt).toBe("2026-01-08T00:00:00.000Z");
    expect(findings.map(({ tone }) => tone)).toEqual(["success", "danger"]);
    expect(findings.flatMap(({ proofs }) => proofs.map(({ id }) => id))).toEqual(["req_1", "key_1", "req_2"]);
  });

  test("of deliveries leads to their pages", () => {
    const { findings } = readItem(
      item("webhook_verification", {
        webhooks: [
          {
            webhookId: "w1",
            at: AT,
            wrongSignatureDeliveryId: "whd_1",
            correctSignatureDeliveryId: "whd_2",
            staleTimestampDeliveryId: "whd_3",
            refusedWrongSignature: true,
            acceptedCorrectSignature: true,
            refusedStaleTimestamp: false,
          },
        ],
      }),
    );
    expect(findings.map(({ tone }) => tone)).toEqual(["success", "success", "warning"]);
    expect(findings[0]!.proofs[0]).toMatchObject({ id: "whd_1", href: "/webhooks/w1?delivery=whd_1" });
  });
});
