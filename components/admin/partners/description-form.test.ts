import { expect, test } from "vitest";
import { activationGaps } from "@/components/admin/partners/activation-gaps";
import { complianceFormOf, readCompliance } from "@/components/admin/partners/compliance-form";
import { descriptionFormOf, readDescription } from "@/components/admin/partners/description-form";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

const AT = "2026-01-01T10:20:30.000Z";
const NO_KEYS = { active: 0, total: 0 };
const partner: PartnerRecord = {
  ...{ id: "695b9e0d4f1a2b3c4d5e6f60", name: "Acme", slug: "acme", status: "PENDING_APPROVAL", tier: "STANDARD" },
  ...{ productionAccess: "NONE", contactEmail: "ops@acme.example", createdAt: AT, updatedAt: AT, inquiryId: null },
  ...{ legalEntity: null, useCaseSummary: null, integrationModel: null, expectedMonthlyActionVolume: null },
  ...{ contractSignedAt: AT, acceptableUseAcceptedAt: null, enabledFeatures: [], actionTypes: [], pools: [] },
  kyb: { status: "PENDING", registrationNumber: null, country: "DE", verifiedAt: null },
  ...{ stakeholderTypes: [], ipAllowlist: [], allowedOrigins: [], currencies: ["USD"], legacyReplay409: false },
  tipConfig: { enabled: true, defaultPercent: 10, options: [0, 5, 10], maxPercent: 30 },
  branding: { logo: null, primaryColor: null },
  ...{ keys: { sandbox: NO_KEYS, production: NO_KEYS }, users: { sandbox: 0, production: 0 }, people: 1 },
};

const describeAs = (part: Partial<ReturnType<typeof descriptionFormOf>>) =>
  readDescription({ ...descriptionFormOf(partner), ...part }, partner);

test("only what was touched is sent, and what was not may stay unknown", () => {
  expect(describeAs({})).toEqual({ changes: {} });
  expect(describeAs({ legalEntity: " Acme, Inc. ", currencies: "usd, eur" })).toEqual({
    changes: { legalEntity: "Acme, Inc.", currencies: ["USD", "EUR"] },
  });
  expect(describeAs({ tipMax: "" })).toEqual({
    changes: { tipConfig: { enabled: true, defaultPercent: 10, options: [0, 5, 10] } },
  });
});

test.each([
  ["a name that was deleted", { name: " " }, "name"],
  ["a volume in words", { expectedMonthlyActionVolume: "many" }, "expectedMonthlyActionVolume"],
  ["no volume, where one was touched", { expectedMonthlyActionVolume: " " }, "expectedMonthlyActionVolume"],
  ["an option that is no number", { tipOptions: "5, ten" }, "tipOptions"],
  ["a maximum below the default", { tipMax: "5" }, "tipMax"],
  ["a colour by name", { primaryColor: "red" }, "primaryColor"],
  ["a logo without https", { logo: "http://acme.example/logo.png" }, "logo"],
  ["an origin with a path", { allowedOrigins: "https://a.example/x" }, "allowedOrigins"],
])("%s is told at its field", (_, part, field) => {
  const read = describeAs(part);
  expect("errors" in read && Object.keys(read.errors)).toEqual([field]);
});

test("compliance keeps the second of a signature that was not touched, and null takes one back", () => {
  const form = complianceFormOf(partner);
  expect(readCompliance({ ...form, status: "VERIFIED", country: "us" }, partner)).toEqual({
    changes: { kyb: { status: "VERIFIED", country: "US" } },
  });
  expect(readCompliance({ ...form, contractSigned: "" }, partner)).toEqual({ changes: { contractSignedAt: null } });
  const wrong = readCompliance({ ...form, country: "U" }, partner);
  expect("errors" in wrong && Object.keys(wrong.errors)).toEqual(["country"]);
});

test("what activation lacks follows from the record; a widget needs no pool", () => {
  expect(activationGaps(partner)).toHaveLength(4);
  const key = { active: 1, total: 1 };
  const ready = {
    ...partner,
    ...{ acceptableUseAcceptedAt: AT, integrationModel: "WIDGET_ONLY" as const },
    kyb: { ...partner.kyb, status: "VERIFIED" as const, verifiedAt: AT },
    keys: { sandbox: key, production: NO_KEYS },
  };
  expect(activationGaps(ready)).toEqual([]);
  expect(activationGaps({ ...ready, integrationModel: "BOTH" })).toEqual(["It has no token pool with an allocation."]);
});
