import { accountExists } from "@/lib/mail/templates/account-exists";
import { confirmAddress } from "@/lib/mail/templates/confirm-address";
import { inquiryChangesRequested } from "@/lib/mail/templates/inquiry-changes-requested";
import { inquiryDecided } from "@/lib/mail/templates/inquiry-decided";
import { inquiryReceived } from "@/lib/mail/templates/inquiry-received";
import { adminInvited, partnerInvited } from "@/lib/mail/templates/invitation";
import { keyExpiring } from "@/lib/mail/templates/key-expiring";
import { partnerStatusChanged } from "@/lib/mail/templates/partner-status-changed";
import { partnerTierChanged } from "@/lib/mail/templates/partner-tier-changed";
import { poolRequestDecided } from "@/lib/mail/templates/pool-request-decided";
import { productionAccessChanged } from "@/lib/mail/templates/production-access-changed";
import { productionChangesRequested } from "@/lib/mail/templates/production-changes-requested";
import { webhookDisabled } from "@/lib/mail/templates/webhook-disabled";

/** Every mail there is. A template is a pure function of its facts. */
const TEMPLATES = {
  accountExists,
  adminInvited,
  confirmAddress,
  inquiryChangesRequested,
  inquiryDecided,
  inquiryReceived,
  keyExpiring,
  partnerInvited,
  partnerStatusChanged,
  partnerTierChanged,
  poolRequestDecided,
  productionAccessChanged,
  productionChangesRequested,
  webhookDisabled,
};

export type TemplateName = keyof typeof TEMPLATES;
export type FactsOf<N extends TemplateName> = Parameters<(typeof TEMPLATES)[N]>[0];
export type Rendered = { subject: string; text: string; html: string };

// A reader of plain text sees words as they are written, and the address behind each.
const TEXT_OPTIONS = {
  selectors: [
    { selector: "h1", options: { uppercase: false } },
    { selector: "a", options: { linkBrackets: false as const, hideLinkHrefIfSameAsText: true } },
  ],
};

/** A subject is one line, whatever a name in it holds. */
const inOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/**
 * A mail in both its forms, which say the same. The renderer is loaded with the first mail: a server that starts, or that
 * sends none, does not pay for it.
 */
export async function renderMail<N extends TemplateName>(template: N, facts: FactsOf<N>): Promise<Rendered> {
  const { render, toPlainText } = await import("@react-email/render");
  // Each template takes the facts that its own name stands for.
  const make = TEMPLATES[template] as (facts: FactsOf<N>) => ReturnType<(typeof TEMPLATES)[N]>;
  const { subject, content } = make(facts);
  const html = await render(content);
  return { subject: inOneLine(subject), text: `${toPlainText(html, TEXT_OPTIONS).trim()}\n`, html };
}
