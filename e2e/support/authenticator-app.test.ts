import { expect, test, vi } from "vitest";
import { AuthenticatorApp } from "@/e2e/support/authenticator-app";

// RFC 6238, appendix B: the last six of its eight digits.
const SECRET = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [20_000_000_000, "353130"],
])("at %i seconds it shows the code of the RFC", (seconds, code) => {
  vi.spyOn(Date, "now").mockReturnValue(seconds * 1000);
  expect(new AuthenticatorApp(SECRET).nextCode()).toBe(code);
});

test("no code is shown twice within its half minute", () => {
  vi.spyOn(Date, "now").mockReturnValue(59_000);
  const app = new AuthenticatorApp(SECRET);
  expect(app.nextCode()).not.toBe(app.nextCode());
});
