import { expect, test } from "vitest";
import { DONATION_FILE } from "@/components/portal/donations/donation-file";
import { decimalMoney } from "@/components/portal/donations/donation-money";
import { printCsv } from "@/components/portal/export/print-csv";
import { EXAMPLES } from "@/lib/contract/openapi/examples";
import { DonationList } from "@/lib/domain/giving/donations/schemas";

test.each([
  [2550, "USD", "25.50"],
  [2500, "JPY", "2500"],
  [2500, "KWD", "2.500"],
  [99_999_999, "USD", "999999.99"],
  [1, "USD", "0.01"],
])("%i minor units of %s are %s in a file", (minor, currency, text) => {
  expect(decimalMoney(minor, currency)).toBe(text);
});

test("a file names each donation's facts in the words of the screen", () => {
  const { data } = DonationList.parse(EXAMPLES.listDonations!.response);
  const [header, row] = printCsv(DONATION_FILE, data).trimEnd().split("\r\n");
  expect(header).toMatch(/^\ufeff?Donation ID,Status,Reward,Nonprofit,Amount,Tip,Currency,/);
  expect(row).toMatch(
    /^don_695b9e0d4f1a2b3c4d5e6fa0,Completed,Reward issued,american-red-cross,25\.00,2\.50,USD,Once,1,25,/,
  );
});
