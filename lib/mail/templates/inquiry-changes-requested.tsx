import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type InquiryChangesRequestedFacts = {
  partnerName: string;
  /** `about`: what the part of the form is called; null when it is about the whole. */
  comments: readonly { about: string | null; text: string }[];
  href: string;
};

/** To the contact of an inquiry that came back for changes. */
export function inquiryChangesRequested({ partnerName, comments, href }: InquiryChangesRequestedFacts): Letter {
  return {
    subject: `Something is to be changed in the inquiry of ${partnerName}`,
    content: (
      <LetterPage
        title="Please change something in your inquiry"
        preview="Then submit it again: the review goes on from there."
        action={{ label: "Change and submit again", href }}
        footnote={`You get this as the contact of the inquiry of ${partnerName}.`}
      >
        <Paragraph>We read your inquiry and ask you for this:</Paragraph>
        {comments.map(({ about, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once.
          <Paragraph key={index}>{about === null ? text : `${about}: ${text}`}</Paragraph>
        ))}
      </LetterPage>
    ),
  };
}
