import { TIER_CAPS, type Tier } from "@/lib/domain/partners/statuses";
import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

const WORDS: Record<Tier, string> = {
  STANDARD: "Standard",
  PROFESSIONAL: "Professional",
  ENTERPRISE: "Enterprise",
};

function capsText(tier: Tier): string {
  const { hour, minute } = TIER_CAPS[tier];
  return `${hour.toLocaleString("en")} requests an hour and ${minute.toLocaleString("en")} a minute`;
}

export type PartnerTierChangedFacts = { partnerName: string; from: Tier; to: Tier; reason: string; href: string };

/** To a partner's contact and owners, when its rate limits change. */
export function partnerTierChanged({ partnerName, from, to, reason, href }: PartnerTierChangedFacts): Letter {
  const title = `${partnerName} is in the ${WORDS[to]} tier`;
  const meaning = `Each of its keys' limits is ${capsText(to)}; in the ${WORDS[from]} tier it was ${capsText(from)}.`;
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
        <Paragraph>It holds already. Requests of the hour that runs stay counted.</Paragraph>
        <Paragraph>Reason given: {reason}</Paragraph>
      </LetterPage>
    ),
  };
}
