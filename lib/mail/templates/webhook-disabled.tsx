import type { Environment } from "@/lib/domain/shared/schemas";
import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type WebhookDisabledFacts = {
  partnerName: string;
  environment: Environment;
  /** Scheme and host alone: the path of a receiver may be a secret. */
  origin: string;
  reason: string;
  href: string;
};

/** To a partner's contact, when a webhook was turned off. */
export function webhookDisabled({ partnerName, environment, origin, reason, href }: WebhookDisabledFacts): Letter {
  return {
    subject: `A ${environment} webhook of ${partnerName} was turned off`,
    content: (
      <LetterPage
        title={`The webhook to ${origin} was turned off`}
        preview={reason}
        action={{ label: "Open webhook", href }}
        footnote={`You get this as the contact of ${partnerName}.`}
      >
        <Paragraph>{reason}</Paragraph>
        <Paragraph>
          What was pending waits. Put the receiver right, then turn the webhook on again: deliveries continue from
          there. Events that happen while it is off are not sent to it.
        </Paragraph>
      </LetterPage>
    ),
  };
}
