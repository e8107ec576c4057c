import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

export type AccountExistsFacts = { href: string };

/** To the owner of an address with which somebody tried to open a second account. */
export function accountExists({ href }: AccountExistsFacts): Letter {
  return {
    subject: "You have an account already",
    content: (
      <LetterPage
        title="You have an account already"
        preview="Somebody asked to open one for this address."
        action={{ label: "Sign in", href }}
        footnote="If it was not you, ignore this mail: nothing was changed."
      >
        <Paragraph>
          Somebody asked to open a partner portal account for this address, which has one. Sign in with it.
        </Paragraph>
      </LetterPage>
    ),
  };
}
