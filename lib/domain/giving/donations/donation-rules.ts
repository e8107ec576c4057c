import type { PartnerCtx } from "@/lib/domain/context";
import { tipOf } from "@/lib/domain/giving/donations/money";
import type { PaymentProvider } from "@/lib/domain/giving/donations/providers/payment-provider";
import { configuredProviders, PROVIDERS } from "@/lib/domain/giving/donations/providers/providers";
import type { CreateDonationLink } from "@/lib/domain/giving/donations/schemas";
import { DONATION_MINOR_MAX, DONATION_MINOR_MIN } from "@/lib/domain/giving/donations/statuses";
import { fail } from "@/lib/errors";

/** The provider whose rules hold, and the one whose checkout the link leads to. */
export type Route = { provider: PaymentProvider; carrier: PaymentProvider };

/**
 * In the sandbox the built-in checkout stands for any provider without test credentials, under that one's rules; it is
 * nobody's in production.
 */
export function chooseProvider({ environment }: PartnerCtx, named: CreateDonationLink["provider"]): Route {
  const configured = configuredProviders(environment);
  const provider = named ? PROVIDERS[named] : configured[0];
  if (provider && configured.includes(provider)) return { provider, carrier: provider };
  if (provider && environment === "sandbox") return { provider, carrier: PROVIDERS.sandbox };
  fail("provider_not_configured", { details: { provider: named ?? null, configured: configured.map(({ id }) => id) } });
}

export function requireAmount(amount: number, { capabilities }: PaymentProvider): void {
  const min = Math.max(DONATION_MINOR_MIN, capabilities.minAmount);
  if (amount < min || amount > DONATION_MINOR_MAX) {
    fail("amount_out_of_range", {
      details: [{ field: "amount", issue: `must be from ${min} to ${DONATION_MINOR_MAX} minor units` }],
    });
  }
}

export function requireCurrency(ctx: PartnerCtx, currency: string, { capabilities }: PaymentProvider): void {
  const accepted = ctx.partner.currencies.filter((each) => capabilities.currencies.includes(each));
  if (!accepted.includes(currency)) {
    fail("currency_not_supported", {
      details: [{ field: "currency", issue: `is not accepted; accepted: ${accepted.join(", ")}` }],
    });
  }
}

/** The tip in minor units. None is always possible. */
export function tipAmountOf(ctx: PartnerCtx, input: CreateDonationLink, { capabilities }: PaymentProvider): number {
  const { amount, tipAmount, tipPercent } = input;
  const tip = tipPercent === undefined ? (tipAmount ?? 0) : tipOf(amount, tipPercent);
  if (tip > 0 && !capabilities.tips) fail("tip_not_supported");
  if (tip > 0 && !ctx.partner.tipConfig.enabled) fail("tip_not_supported", { message: "This partner takes no tips." });
  return tip;
}

/** Donors are sent only to hosts that the partner listed, if it listed any. */
export function requireKnownReturnHosts({ partner }: PartnerCtx, input: CreateDonationLink): void {
  if (partner.allowedOrigins.length === 0) return;
  const hosts = new Set(
    partner.allowedOrigins.flatMap((origin) => (URL.canParse(origin) ? [new URL(origin).host] : [])),
  );
  const strangers = (["successUrl", "cancelUrl"] as const).filter((field) => {
    const url = input[field];
    return url !== undefined && !hosts.has(new URL(url).host);
  });
  if (strangers.length > 0) {
    const issue = "leads to a host that is not among the partner's allowed origins";
    fail("validation_error", { details: strangers.map((field) => ({ field, issue })) });
  }
}
