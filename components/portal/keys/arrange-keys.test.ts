import { describe, expect, test } from "vitest";
import { arrangeKeys, countKeys } from "@/components/portal/keys/arrange-keys";
import { keyState } from "@/components/portal/keys/key-state";
import type { Key } from "@/lib/domain/keys/schemas";

const NOW = new Date("2026-06-01T12:00:00.000Z");
const ANY = { environments: [], states: [] } as const;

function aKey(overrides: Partial<Key>): Key {
  return {
    id: "key_695b9e0d4f1a2b3c4d5e6f70",
    partnerId: "695b9e0d4f1a2b3c4d5e6f70",
    name: "Checkout",
    environment: "sandbox",
    keyType: "secret",
    publicKey: "pk_test_00",
    secretKeyLast4: "00ff",
    scopes: [],
    ipAllowlist: [],
    isActive: true,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    rotatedFromKeyId: null,
    rotatedToKeyId: null,
    createdAt: "2026-05-01T00:00:00.000Z",
    ...overrides,
  };
}

describe("the state of a key", () => {
  test.each([
    ["active", {}],
    ["active", { expiresAt: "2026-07-02T00:00:00.000Z" }],
    ["expiring", { expiresAt: "2026-07-01T12:00:00.000Z" }],
    ["expired", { expiresAt: "2026-06-01T12:00:00.000Z" }],
    ["deactivated", { isActive: false }],
    ["revoked", { isActive: false, revokedAt: "2026-05-02T00:00:00.000Z", expiresAt: "2026-05-03T00:00:00.000Z" }],
  ] as const)("%s: %j", (state, overrides) => {
    expect(keyState(aKey(overrides), NOW)).toBe(state);
  });
});

describe("the list of keys", () => {
  const batch = aKey({ id: "key_1", name: "batch", lastUsedAt: "2026-05-30T00:00:00.000Z" });
  const checkout = aKey({ id: "key_2", name: "Checkout", lastUsedAt: "2026-05-31T00:00:00.000Z" });
  const live = aKey({ id: "key_3", name: "Live", environment: "production" });
  const old = aKey({ id: "key_4", name: "Old", isActive: false, revokedAt: "2026-05-02T00:00:00.000Z" });
  const all = [old, live, checkout, batch];
  const ids = (keys: Key[]) => keys.map((key) => key.id);

  test("sorts by name regardless of case", () => {
    expect(ids(arrangeKeys(all, ANY, "name", NOW))).toEqual(["key_1", "key_2", "key_3", "key_4"]);
  });

  test("is left in the contract's order when nothing was chosen", () => {
    expect(arrangeKeys(all, ANY, null, NOW)).toEqual(all);
  });

  test("puts the most recently used first and the never used last", () => {
    expect(ids(arrangeKeys(all, ANY, "-lastUsedAt", NOW))).toEqual(["key_2", "key_1", "key_4", "key_3"]);
  });

  test("keeps what fits every filter", () => {
    const filters = { environments: ["sandbox"], states: ["revoked", "expired"] } as const;
    expect(ids(arrangeKeys(all, filters, "name", NOW))).toEqual(["key_4"]);
  });

  test("leaves the given list as it was", () => {
    arrangeKeys(all, ANY, "name", NOW);
    expect(ids(all)).toEqual(["key_4", "key_3", "key_2", "key_1"]);
  });

  test("counts the options of the filters over all keys", () => {
    const counts = countKeys(all, NOW);
    expect(counts.environments).toEqual([
      { value: "sandbox", count: 3 },
      { value: "production", count: 1 },
    ]);
    expect(counts.states.filter(({ count }) => count > 0)).toEqual([
      { value: "active", count: 3 },
      { value: "revoked", count: 1 },
    ]);
  });
});
