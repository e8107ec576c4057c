import { expect, test } from "vitest";
import { asInquiry, EMPTY_INQUIRY, formOf, InquiryForm } from "@/components/public/inquiry/inquiry-form";
import { InquiryFields } from "@/lib/domain/giving/inquiries/schemas";

const FILLED: InquiryForm = {
  ...EMPTY_INQUIRY,
  partnerName: "Birch Street Books",
  legalEntity: "Birch Street Books LLC",
  contactName: "Ines Birch",
  contactEmail: "ines@birchstreet.example",
  useCaseSummary: "Readers earn tokens for each book they buy.",
  expectedMonthlyActionVolume: "12,000",
  actionTypes: "PURCHASE\nREFERRAL",
};

const errorAt = (part: Partial<InquiryForm>) =>
  InquiryForm.safeParse({ ...FILLED, ...part }).error?.issues.map(({ path }) => path.join("."));

test("what may be left empty is left out of the inquiry", () => {
  const inquiry = asInquiry(InquiryForm.parse(FILLED));
  expect(Object.keys(inquiry).sort()).toEqual([
    "actionTypes",
    "contactEmail",
    "contactName",
    "expectedMonthlyActionVolume",
    "integrationModel",
    "legalEntity",
    "partnerName",
    "useCaseSummary",
  ]);
  expect(inquiry).toMatchObject({ expectedMonthlyActionVolume: 12_000, actionTypes: ["PURCHASE", "REFERRAL"] });
  expect(InquiryFields.safeParse(inquiry).success).toBe(true);
});

test("an inquiry that was sent fills the form with what it said, and comes back unchanged", () => {
  const sent = asInquiry(
    InquiryForm.parse({
      ...FILLED,
      website: "https://birchstreet.example",
      stakeholderModel: [{ stakeholderTypeCode: "CUSTOMER", description: "Who buys" }],
      webhookUrl: "https://birchstreet.example/hooks",
      ipAllowlist: "203.0.113.0/24",
    }),
  );
  expect(asInquiry(InquiryForm.parse(formOf(sent)))).toEqual(sent);
});

test("an optional field that is filled in is held to its rule", () => {
  expect(errorAt({ website: "birchstreet" })).toEqual(["website"]);
  expect(errorAt({ webhookUrl: "http://birchstreet.example" })).toEqual(["webhookUrl"]);
  expect(errorAt({ stakeholderModel: [{ stakeholderTypeCode: "CUSTOMER", description: "" }] })).toEqual([
    "stakeholderModel.0.description",
  ]);
});
