import { expect, test } from "vitest";
import { rotationsOf, stepsOf } from "@/components/admin/keys/key-step";
import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";

const AT = "2026-03-10T12:00:00.000Z";
const key = (id: string, state: Partial<PartnerKey> = {}): PartnerKey => ({
  ...{ id, partnerId: "p", name: id, environment: "sandbox", keyType: "secret", publicKey: "pk_test_x" },
  ...{ secretKeyLast4: "abcd", scopes: [], ipAllowlist: [], isActive: true, expiresAt: null, lastUsedAt: null },
  ...{ revokedAt: null, rotatedFromKeyId: null, rotatedToKeyId: null, createdAt: AT },
  ...{ traffic: { callsLastHour: 0, lastCall: null }, ending: null },
  ...state,
});

test("an end is scheduled only for a rotated pair, and taken back where there is one", () => {
  const ending = { quietHours: 24, scheduledAt: AT, scheduledBy: "a", quietUntil: AT };
  expect(stepsOf(key("a"))).toEqual(["edit", "rotate", "deactivate", "revoke"]);
  expect(stepsOf(key("a", { rotatedToKeyId: "b" }))).toContain("scheduleEnd");
  expect(stepsOf(key("a", { rotatedToKeyId: "b", ending }))).toEqual([
    ...["edit", "rotate", "cancelEnd", "deactivate", "revoke"],
  ]);
  expect(stepsOf(key("a", { isActive: false }))).toContain("reactivate");
  expect(stepsOf(key("a", { revokedAt: AT }))).toEqual([]);
});

test("a rotation is under way until the former pair is revoked", () => {
  const [c, b] = [key("c"), key("b", { rotatedToKeyId: "c" })];
  const pairs = (keys: PartnerKey[]) => rotationsOf(keys).map(({ former, successor }) => [former.id, successor.id]);
  expect(pairs([c, b, key("a", { rotatedToKeyId: "b", revokedAt: AT })])).toEqual([["b", "c"]]);
  expect(pairs([c, b, key("a", { rotatedToKeyId: "b" })])).toEqual([
    ["b", "c"],
    ["a", "b"],
  ]);
});
