import { expect, test } from "vitest";
import { whyNotApprovable } from "@/components/admin/claims/claim-words";

const attempt = (status: "passed" | "failed") => ({
  method: "business_email" as const,
  status,
  createdAt: "2026-11-22T10:00:00.000Z",
});
const GOOD = {
  status: "admin_review" as const,
  sandbox: false,
  providerStatus: "unclaimed",
  attempts: [attempt("failed"), attempt("passed")],
};

test("nothing is said of a claim that can be approved", () => {
  expect(whyNotApprovable(GOOD)).toBeUndefined();
});

test.each([
  [{ sandbox: true }, /sandbox claim never touches/],
  [{ attempts: [attempt("failed")] }, /No evidence/],
  [{ attempts: [] }, /No evidence/],
  [{ providerStatus: "suspended" }, /is suspended/],
])("%j is told as the reason", (part, words) => {
  expect(whyNotApprovable({ ...GOOD, ...part })).toMatch(words);
});
