import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

const WORDS = {
  APPROVED: {
    now: "may prepare production",
    meaning: "You can create live keys and pools. Rewards are issued once the go-live checklist is complete.",
  },
  LIVE: { now: "is live", meaning: "Production is open: live keys issue rewards." },
  REJECTED: {
    now: "did not get production access",
    meaning: "The sandbox stays as it is. You can change your request and send it again.",
  },
  REVOKED: {
    now: "has lost production access",
    meaning: "Live keys are refused from now on. The sandbox stays as it is, and you can ask again.",
  },
} as const;

export type ProductionAccessChangedFacts = {
  partnerName: string;
  to: keyof typeof WORDS;
  note: string | null;
  href: string;
};

/** To a partner's contact and owners, when an administrator decides on production. */
export function productionAccessChanged({ partnerName, to, note, href }: ProductionAccessChangedFacts): Letter {
  const { now, meaning } = WORDS[to];
  const title = `${partnerName} ${now}`;
  return {
    subject: title,
    content: (
      <LetterPage
        title={title}
        preview={meaning}
        action={{ label: "Open the checklist", href }}
        footnote={`You get this as contact or owner of ${partnerName}.`}
      >
        <Paragraph>{meaning}</Paragraph>
        {note && <Paragraph>What the review says: {note}</Paragraph>}
      </LetterPage>
    ),
  };
}
