import { decimalsOf } from "@/lib/domain/giving/actions/amounts";

/** Minor units as the decimal people write: 2500 USD is "25.00", 2500 JPY is "2500". */
export function toMajor(minor: number, currency: string): string {
  const decimals = decimalsOf(currency) ?? 0;
  if (decimals === 0) return String(minor);
  const digits = String(minor).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The tip that a percentage with at most two decimals makes, half a minor unit rounded up. */
export function tipOf(amount: number, percent: number): number {
  const hundredths = Math.round(percent * 100);
  return Math.floor((amount * hundredths + 5_000) / 10_000);
}
