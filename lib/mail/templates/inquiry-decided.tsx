import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type InquiryDecidedFacts = {
  partnerName: string;
  outcome: "APPROVED" | "REJECTED";
  note: string | null;
  href: string;
};

const WORDS = {
  APPROVED: {
    subject: (name: string) => `The inquiry of ${name} is approved`,
    title: "Your inquiry is approved",
    meaning:
      "Next come the contract, the terms of acceptable use and the check of your organisation. Then your account is prepared.",
  },
  REJECTED: {
    subject: (name: string) => `The inquiry of ${name} is declined`,
    title: "Your inquiry is declined",
    meaning: "We cannot take you on as a partner with this inquiry. You are free to send another one.",
  },
};

/** To the contact of an inquiry that was decided. */
export function inquiryDecided({ partnerName, outcome, note, href }: InquiryDecidedFacts): Letter {
  const { subject, title, meaning } = WORDS[outcome];
  return {
    subject: subject(partnerName),
    content: (
      <LetterPage
        title={title}
        preview={meaning}
        action={{ label: "Open the inquiry", href }}
        footnote={`You get this as the contact of the inquiry of ${partnerName}.`}
      >
        <Paragraph>{meaning}</Paragraph>
        {note && <Paragraph>{note}</Paragraph>}
      </LetterPage>
    ),
  };
}
