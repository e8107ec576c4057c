import type { PartnerStatus } from "@/lib/domain/partners/statuses";
import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

const WORDS: Record<PartnerStatus, { now: string; meaning: string }> = {
  PENDING_APPROVAL: { now: "waits for approval", meaning: "Its keys are served once it is approved." },
  ACTIVE: { now: "is active", meaning: "Its keys are served." },
  SUSPENDED: {
    now: "is suspended",
    meaning: "Its keys are refused until the suspension ends. You can still sign in, read, and revoke keys.",
  },
  INACTIVE: {
    now: "is inactive",
    meaning: "Its keys are refused. You can still sign in, read, and revoke keys.",
  },
  TERMINATED: { now: "is terminated", meaning: "Its keys are revoked and the portal is closed. This is final." },
};

export type PartnerStatusChangedFacts = { partnerName: string; to: PartnerStatus; reason: string; href: string };

/** To a partner's contact and owners, on every move to another status. */
export function partnerStatusChanged({ partnerName, to, reason, href }: PartnerStatusChangedFacts): Letter {
  const { now, meaning } = WORDS[to];
  const title = `${partnerName} ${now}`;
  return {
    subject: title,
    content: (
      <LetterPage
        title={title}
        preview={meaning}
        action={{ label: "Open portal", href }}
        footnote={`You get this as contact or owner of ${partnerName}.`}
      >
        <Paragraph>{meaning}</Paragraph>
        {reason && <Paragraph>Reason given: {reason}</Paragraph>}
      </LetterPage>
    ),
  };
}
