import { expect, test } from "vitest";
import { asProductionRequest, ProductionForm } from "@/components/portal/production-request/production-form";
import { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";

const FILLED: ProductionForm = {
  partnerName: "Acme Outdoor",
  legalEntity: "Acme Outdoor, Inc.",
  contactEmail: "partners@acme.example",
  useCaseSummary: "Customers earn tokens for purchases.",
  integrationModel: "BOTH",
  expectedMonthlyActionVolume: "40,000",
  actionTypes: "PURCHASE\nVOLUNTEER, REFERRAL",
  stakeholderModel: [{ stakeholderTypeCode: "CUSTOMER", description: "Who buys" }],
  webhookUrl: " https://acme.example/webhooks ",
  ipAllowlist: "",
};

const errorAt = (part: Partial<ProductionForm>) => {
  const parsed = ProductionForm.safeParse({ ...FILLED, ...part });
  return parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

test("what a person writes becomes what the contract takes", () => {
  const request = asProductionRequest(ProductionForm.parse(FILLED));
  expect(request).toEqual({
    ...FILLED,
    expectedMonthlyActionVolume: 40_000,
    actionTypes: ["PURCHASE", "VOLUNTEER", "REFERRAL"],
    webhookUrl: "https://acme.example/webhooks",
    ipAllowlist: undefined,
  });
  expect("ipAllowlist" in request).toBe(false);
  expect(ProductionRequest.safeParse(request).success).toBe(true);
});

test("what is wrong stands at its field, in words", () => {
  expect(errorAt({ expectedMonthlyActionVolume: "many" })).toEqual([
    "expectedMonthlyActionVolume: Write a whole number from 0 to 1,000,000,000.",
  ]);
  expect(errorAt({ actionTypes: " " })).toEqual(["actionTypes: Name at least one."]);
  expect(errorAt({ actionTypes: "PURCHASE, visit" })?.[0]).toContain("“visit” must be upper case");
  expect(errorAt({ ipAllowlist: "10.0.0.0/8 office" })?.[0]).toContain("“office” must be an IPv4 or IPv6 address");
  expect(errorAt({ stakeholderModel: [{ stakeholderTypeCode: "CUSTOMER", description: "" }] })?.[0]).toMatch(
    /^stakeholderModel\.0\.description/,
  );
});
