import type { Summary } from "@/lib/domain/giving/dashboard/schemas";

const count = (value: number) => value.toLocaleString("en");

/** "98.5%", and never 100% or 0% of what is not all or nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "0%";
  const exact = (100 * part) / whole;
  const rounded = Math.round(exact * 10) / 10;
  if (part < whole && rounded === 100) return "99.9%";
  return part > 0 && rounded === 0 ? "0.1%" : `${rounded}%`;
}

/** "1,204.50 USD, 900 JPY": sums of minor units as their currency writes them. */
export function amountsText(amountByCurrency: Record<string, number>): string {
  return Object.entries(amountByCurrency)
    .map(([currency, minor]) => {
      const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "code" });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      const number = new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
      return `${number.format(minor / 10 ** digits)} ${currency}`;
    })
    .join(", ");
}

/** Actions that ended: those under way are in the total alone. */
export function actionsNote({ completed, failed, reversed }: Summary["actions"]): string {
  return `${count(completed)} completed, ${count(failed)} failed, ${count(reversed)} reversed`;
}

export function tokensNote({ distributed, reversed }: Summary["tokens"]): string {
  return `${count(distributed)} given, ${count(reversed)} taken back`;
}

export function errorsNote({ requests, errors, rateLimited }: Summary["api"]): string {
  return `${percent(errors, requests)} of requests, ${count(rateLimited)} were 429`;
}

export function donationsNote({ completed, amountByCurrency }: Summary["donations"]): string {
  return [`${count(completed)} completed`, amountsText(amountByCurrency)].filter(Boolean).join(", ");
}

/** Nothing was ever rewarded here, so far as the period's end. */
export function isUnused({ actions, tokens, users }: Summary): boolean {
  return actions.total === 0 && tokens.distributed === 0 && users.total === 0;
}

/** Nothing at all happened in the period, though something may have before. */
export function isQuiet({ actions, tokens, users, api, webhooks, donations }: Summary): boolean {
  const figures = [actions.total, tokens.distributed, tokens.reversed, users.active, users.new];
  return [...figures, api.requests, webhooks.delivered, webhooks.failed, donations.count].every((one) => one === 0);
}
