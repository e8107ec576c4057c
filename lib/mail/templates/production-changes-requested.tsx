import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type ProductionChangesRequestedFacts = {
  partnerName: string;
  comments: { text: string; field?: string }[];
  href: string;
};

/** To a partner's contact and owners, when the review needs them to change their request for production. */
export function productionChangesRequested({ partnerName, comments, href }: ProductionChangesRequestedFacts): Letter {
  const meaning = "Your request for production stays open. It goes on once you have changed it and sent it again.";
  return {
    subject: `Changes needed: production request of ${partnerName}`,
    content: (
      <LetterPage
        title="Your request for production needs changes"
        preview={meaning}
        action={{ label: "Change the request", href }}
        footnote={`You get this as contact or owner of ${partnerName}.`}
      >
        <Paragraph>{meaning}</Paragraph>
        {comments.map(({ field, text }) => (
          <Paragraph key={`${field}:${text}`}>{field ? `${field}: ${text}` : text}</Paragraph>
        ))}
      </LetterPage>
    ),
  };
}
