import { minorDigits } from "@/components/ui/format-money";

/** Minor units as the plain decimal of a file: 2550 USD is "25.50", 2500 JPY is "2500". */
export function decimalMoney(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
