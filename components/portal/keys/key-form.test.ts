import { describe, expect, test } from "vitest";
import {
  asCreateKey,
  asPatch,
  EditKeyForm,
  expiresAtOf,
  fileNameOf,
  NewKeyForm,
} from "@/components/portal/keys/key-form";
import { CreateKey, type Key, PatchKey } from "@/lib/domain/keys/schemas";

const NOW = new Date("2026-06-01T12:00:00.000Z");
const FILLED = {
  name: "Checkout",
  environment: "sandbox",
  keyType: "secret",
  expiry: "never",
  lastDay: "",
  ipAllowlist: "",
  isLimited: false,
  scopes: [],
} as const;

const issues = (values: object) =>
  NewKeyForm.safeParse({ ...FILLED, ...values }).error?.issues.map(({ path, message }) => [path.join(), message]) ?? [];

describe("the form for a new key", () => {
  test("asks the contract for no more than was filled in", () => {
    const call = asCreateKey(NewKeyForm.parse(FILLED), NOW);
    expect(JSON.parse(JSON.stringify(call))).toEqual({ name: "Checkout", environment: "sandbox", keyType: "secret" });
    expect(CreateKey.safeParse(call).success).toBe(true);
  });

  test("sends addresses, expiry and scopes as the contract wants them", () => {
    const form = { ...FILLED, expiry: "30", ipAllowlist: "203.0.113.0/24,\n2001:db8::1", isLimited: true };
    const call = asCreateKey(NewKeyForm.parse({ ...form, scopes: ["users:read"] }), NOW);
    expect(call).toMatchObject({
      expiresAt: "2026-07-01T12:00:00.000Z",
      ipAllowlist: ["203.0.113.0/24", "2001:db8::1"],
      scopes: ["users:read"],
    });
    expect(CreateKey.safeParse(call).success).toBe(true);
  });

  test("names the address that is none", () => {
    expect(issues({ ipAllowlist: "203.0.113.7\n10.0.0" })).toEqual([
      ["ipAllowlist", "“10.0.0” is neither an IP address nor a range such as 203.0.113.0/24."],
    ]);
  });

  test("takes at most fifty addresses", () => {
    const list = Array.from({ length: 51 }, (_, n) => `203.0.113.${n}`).join("\n");
    expect(issues({ ipAllowlist: list })).toEqual([["ipAllowlist", "List at most 50 addresses or ranges."]]);
  });

  test("needs a day when one is to be chosen, and a scope when scopes are limited", () => {
    expect(issues({ expiry: "date" })).toHaveLength(1);
    expect(issues({ expiry: "date", lastDay: "2026-08-31" })).toEqual([]);
    expect(issues({ isLimited: true }).map(([path]) => path)).toEqual(["scopes"]);
  });
});

describe("an expiry", () => {
  test.each([
    ["never", "", null],
    ["keep", "", undefined],
    ["90", "", "2026-08-30T12:00:00.000Z"],
    ["date", "2026-08-31", "2026-08-31T23:59:59.999Z"],
  ] as const)("of %s %s is %s", (expiry, lastDay, expected) => {
    expect(expiresAtOf({ expiry, lastDay }, NOW)).toBe(expected);
  });
});

describe("the form for a change", () => {
  const key = { name: "Checkout", expiresAt: "2026-12-31T00:00:00.000Z", ipAllowlist: ["203.0.113.7"] } as Key;
  const unchanged = { name: "Checkout", expiry: "keep", lastDay: "", ipAllowlist: "203.0.113.7" };

  test("changes nothing when nothing was changed", () => {
    expect(asPatch(EditKeyForm.parse(unchanged), key, NOW)).toEqual({});
  });

  test("sends what differs and nothing else", () => {
    const patch = asPatch(EditKeyForm.parse({ ...unchanged, name: "Till", expiry: "never" }), key, NOW);
    expect(patch).toEqual({ name: "Till", expiresAt: null });
    expect(PatchKey.safeParse(patch).success).toBe(true);
  });

  test("can empty the allow-list", () => {
    expect(asPatch(EditKeyForm.parse({ ...unchanged, ipAllowlist: " " }), key, NOW)).toEqual({ ipAllowlist: [] });
  });
});

test.each([
  ["Checkout backend", "portico-checkout-backend-sandbox"],
  ["../../etc/Zoë", "portico-etc-zoe-sandbox"],
  ["日本", "portico-sandbox"],
])("the file of %s is named %s", (name, expected) => {
  expect(fileNameOf(name, "sandbox")).toBe(expected);
});
