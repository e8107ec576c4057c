import { z } from "zod";
import { decimalsOf, decimalsUsed, toMinor, toUnits } from "@/lib/domain/giving/actions/amounts";
import { toMajor } from "@/lib/domain/giving/donations/money";
import {
  InauthenticCallback,
  type LinkRequest,
  type PaymentProvider,
  type ProviderEvent,
} from "@/lib/domain/giving/donations/providers/payment-provider";
import { DONATION_MINOR_MIN } from "@/lib/domain/giving/donations/statuses";
import { equalHexDigest, sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

const HOSTS = { production: "www.every.org", sandbox: "staging.every.org" };

/** Fields as the provider's documentation of its partner webhook names them; whatever else comes is left aside. */
const Payload = z.object({
  chargeId: z.string().min(1).max(200),
  partnerDonationId: z.string().min(1).max(64),
  email: z.email().max(254).nullish().catch(null),
  toNonprofit: z.object({ slug: z.string() }),
  amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/),
  currency: z.string().regex(/^[A-Za-z]{3}$/),
  frequency: z.enum(["One-time", "Monthly", "Yearly"]),
  donationDate: z.string(),
});

function linkOf(request: LinkRequest): string {
  const { partnerDonationId, environment, organization } = request;
  const url = new URL(`https://${HOSTS[environment]}/${organization.slug}`);
  const metadata = Buffer.from(JSON.stringify({ partnerDonationId, environment })).toString("base64");
  const parameters: Record<string, string | undefined> = {
    amount: toMajor(request.amount, request.currency),
    frequency: request.frequency === "monthly" ? "MONTHLY" : "ONCE",
    first_name: request.firstName,
    last_name: request.lastName,
    email: request.donorEmail,
    partner_donation_id: partnerDonationId,
    partner_metadata: metadata,
    success_url: request.successUrl,
    exit_url: request.cancelUrl,
    webhook_token: env().everyOrgWebhookToken ?? undefined,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  url.hash = "/donate";
  return url.href;
}

/** The amount in minor units; null when it has more decimals than the currency. */
function minorOf(amount: string, currency: string): number | null {
  const decimals = decimalsOf(currency);
  if (decimals === null || decimalsUsed(amount) > decimals) return null;
  return toMinor(toUnits(amount), decimals);
}

function eventOf(body: Buffer, now: Date): ProviderEvent {
  let json: unknown;
  try {
    json = JSON.parse(body.toString("utf8"));
  } catch {
    throw new InauthenticCallback("The body is not JSON.");
  }
  const parsed = Payload.safeParse(json);
  if (!parsed.success) throw new InauthenticCallback(`The body lacks ${parsed.error.issues[0]?.path.join(".")}.`);
  const { chargeId, partnerDonationId, email, toNonprofit, donationDate } = parsed.data;
  const currency = parsed.data.currency.toUpperCase();
  const at = Date.parse(donationDate);
  return {
    kind: "COMPLETED",
    environment: "production",
    partnerDonationId,
    chargeId,
    // An amount that no minor unit expresses matches no donation, and so comes to review.
    amount: minorOf(parsed.data.amount, currency) ?? -1,
    currency,
    nonprofitSlug: toNonprofit.slug,
    donorEmail: email ?? undefined,
    sequence: Number.isNaN(at) ? now.getTime() : at,
    raw: json,
  };
}

/**
 * every.org takes donations on its own pages. It documents no signature of its callbacks, so three things stand in: a
 * secret in the callback's path, the donation's id, which nobody can guess, and amount, currency and nonprofit, which must
 * be those of the donation. It has no test credentials of ours: in the sandbox the built-in checkout stands for it.
 */
export const everyOrgProvider: PaymentProvider = {
  id: "every.org",
  capabilities: {
    frequencies: ["once", "monthly"],
    currencies: ["USD"],
    tips: false,
    refunds: false,
    minAmount: DONATION_MINOR_MIN,
  },
  isConfigured(environment) {
    const { everyOrgWebhookToken, everyOrgCallbackSecret } = env();
    return environment === "production" && everyOrgWebhookToken !== null && everyOrgCallbackSecret !== null;
  },
  async createLink(request) {
    return { url: linkOf(request), providerRef: request.partnerDonationId };
  },
  async parseCallback(rawBody, _headers, { secretPath, now }) {
    const secret = env().everyOrgCallbackSecret;
    // Digests have one length, so their comparison tells nothing of the secret's.
    if (secret === null || !equalHexDigest(sha256Hex(secretPath ?? ""), sha256Hex(secret))) {
      throw new InauthenticCallback("The path does not hold the secret.");
    }
    return [eventOf(rawBody, now)];
  },
};
