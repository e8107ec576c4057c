import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type ConfirmAddressFacts = { firstName: string; href: string; validHours: number };

/** To somebody who opened an account. */
export function confirmAddress({ firstName, href, validHours }: ConfirmAddressFacts): Letter {
  return {
    subject: "Confirm your e-mail address",
    content: (
      <LetterPage
        title="Confirm your e-mail address"
        preview="Your partner portal account is ready but for this."
        action={{ label: "Confirm address", href }}
        footnote="If you did not ask for an account, ignore this mail: nothing happens without the button."
      >
        <Paragraph>Hello {firstName},</Paragraph>
        <Paragraph>
          confirm this address to sign in to the partner portal. The link works once, for {validHours} hours.
        </Paragraph>
      </LetterPage>
    ),
  };
}
