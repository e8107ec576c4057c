import { expect, test } from "vitest";
import { apiKeyState } from "@/components/admin/api-clients/api-key-state";

const NOW = new Date("2026-11-22T10:00:00.000Z");

test.each([
  [{ status: "active" }, "active"],
  [{ status: "active", expiresAt: "2026-11-22T10:00:00.001Z" }, "active"],
  [{ status: "active", expiresAt: "2026-11-22T10:00:00.000Z" }, "expired"],
  [{ status: "revoked", expiresAt: "2027-01-01T00:00:00.000Z" }, "revoked"],
] as const)("a key %j is %s", (key, state) => {
  expect(apiKeyState(key, NOW)).toBe(state);
});
