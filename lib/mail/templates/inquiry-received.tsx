import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type InquiryReceivedFacts = { partnerName: string; href: string };

/** To the contact of an organisation that asked to become a partner. */
export function inquiryReceived({ partnerName, href }: InquiryReceivedFacts): Letter {
  return {
    subject: `We received the inquiry of ${partnerName}`,
    content: (
      <LetterPage
        title="Your inquiry is with us"
        preview="We read it and write to you at this address."
        action={{ label: "Follow the inquiry", href }}
        footnote={`Somebody gave this address as the contact of ${partnerName}. If it was not you, open the page and withdraw the inquiry.`}
      >
        <Paragraph>
          Thank you for asking to become a partner. We read the inquiry of {partnerName} and write to you once it is
          decided, or if something is to be added.
        </Paragraph>
        <Paragraph>
          The button opens a page that shows how it stands. Keep the link to yourself: whoever has it can read and
          change the inquiry.
        </Paragraph>
      </LetterPage>
    ),
  };
}
