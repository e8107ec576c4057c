import { everyOrgProvider } from "@/lib/domain/giving/donations/providers/every-org";
import type { PaymentProvider } from "@/lib/domain/giving/donations/providers/payment-provider";
import { sandboxProvider } from "@/lib/domain/giving/donations/providers/sandbox";
import { stripeProvider } from "@/lib/domain/giving/donations/providers/stripe";
import { PROVIDER_IDS, type ProviderId } from "@/lib/domain/giving/donations/statuses";
import type { Environment } from "@/lib/domain/shared/schemas";

export const PROVIDERS: Readonly<Record<ProviderId, PaymentProvider>> = {
  "every.org": everyOrgProvider,
  stripe: stripeProvider,
  sandbox: sandboxProvider,
};

/** Those that take donations in an environment; the first is the one for links that name none. */
export function configuredProviders(environment: Environment): PaymentProvider[] {
  return PROVIDER_IDS.map((id) => PROVIDERS[id]).filter((provider) => provider.isConfigured(environment));
}
