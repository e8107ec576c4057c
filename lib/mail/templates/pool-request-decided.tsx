import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type PoolRequestDecidedFacts = {
  partnerName: string;
  environment: "sandbox" | "production";
  requested: number;
  /** Null when it was declined. */
  approved: number | null;
  note: string | null;
  href: string;
};

const tokens = (count: number) => `${count.toLocaleString("en")} tokens`;

/** To a partner's contact and owners, when an administrator decides on their request for tokens. */
export function poolRequestDecided(facts: PoolRequestDecidedFacts): Letter {
  const { partnerName, environment, requested, approved, note, href } = facts;
  const title =
    approved === null ? "Your request for tokens was declined" : `${tokens(approved)} were added to your pool`;
  const meaning = `${partnerName} asked for ${tokens(requested)} in the ${environment} environment.`;
  return {
    subject: `${partnerName}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    content: (
      <LetterPage
        title={title}
        preview={meaning}
        action={{ label: "Open token pools", href }}
        footnote={`You get this as contact or owner of ${partnerName}.`}
      >
        <Paragraph>{meaning}</Paragraph>
        {note && <Paragraph>What was noted: {note}</Paragraph>}
      </LetterPage>
    ),
  };
}
