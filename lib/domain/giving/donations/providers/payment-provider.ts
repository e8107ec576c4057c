import type { Frequency, ProviderEventKind, ProviderId } from "@/lib/domain/giving/donations/statuses";
import type { Environment } from "@/lib/domain/shared/schemas";

/** What a provider is told of a donation. Amounts are minor units; the return URLs are complete. */
export type LinkRequest = {
  partnerDonationId: string;
  environment: Environment;
  organization: { slug: string; name: string };
  amount: number;
  tipAmount: number;
  currency: string;
  frequency: Frequency;
  donorEmail?: string;
  firstName?: string;
  lastName?: string;
  successUrl: string;
  cancelUrl: string;
};

/** A checkout that was opened. `providerRef` is the provider's own id of it. */
export type OpenedLink = { url: string; providerRef: string; expiresAt?: string };

/** What a provider says happened to a payment. `amount` is what the donor paid or got back, tip included. */
export type ProviderEvent = {
  kind: ProviderEventKind;
  environment: Environment;
  /** Null where the provider names only the payment. */
  partnerDonationId: string | null;
  chargeId: string;
  amount: number;
  currency: string;
  /** Where the provider says which organisation the money went to. */
  nonprofitSlug?: string;
  donorEmail?: string;
  failureReason?: string;
  /** The provider's order of events. */
  sequence: number;
  raw: unknown;
};

export type CallbackHeaders = (name: string) => string | undefined;
export type CallbackParams = { secretPath?: string; now: Date };

/** The callback does not come from the provider, or cannot be read: nothing of it counts. */
export class InauthenticCallback extends Error {}

/** Who takes the money. Everything that is particular to one of them stands behind this. */
export interface PaymentProvider {
  id: ProviderId;
  capabilities: {
    frequencies: readonly Frequency[];
    currencies: readonly string[];
    tips: boolean;
    refunds: boolean;
    minAmount: number;
  };
  isConfigured(environment: Environment): boolean;
  /** Fails with `provider_error` when the provider gives no link. */
  createLink(request: LinkRequest): Promise<OpenedLink>;
  /** Throws `InauthenticCallback` unless these very bytes come from the provider. */
  parseCallback(rawBody: Buffer, headers: CallbackHeaders, params: CallbackParams): Promise<ProviderEvent[]>;
  fetchStatus?(providerRef: string): Promise<ProviderEvent | null>;
}
