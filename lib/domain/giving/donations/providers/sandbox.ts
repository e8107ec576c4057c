import { InauthenticCallback, type PaymentProvider } from "@/lib/domain/giving/donations/providers/payment-provider";
import { DONATION_MINOR_MIN, FREQUENCIES } from "@/lib/domain/giving/donations/statuses";
import { sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newSecretHex } from "@/lib/platform/ids";

/** The built-in test checkout. Whoever holds its link may play the donor; of its token only the hash is kept. */
export const sandboxProvider: PaymentProvider = {
  id: "sandbox",
  capabilities: {
    frequencies: FREQUENCIES,
    currencies: Intl.supportedValuesOf("currency"),
    tips: true,
    refunds: true,
    minAmount: DONATION_MINOR_MIN,
  },
  isConfigured: (environment) => environment === "sandbox",
  async createLink() {
    const token = newSecretHex();
    return { url: `${env().publicBaseUrl}/checkout/sandbox/${token}`, providerRef: sha256Hex(token) };
  },
  async parseCallback() {
    throw new InauthenticCallback("The test checkout reports by its page alone.");
  },
};
