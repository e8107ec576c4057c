import type { Environment } from "@/lib/domain/shared/schemas";
import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";
import { inDays, utcTime } from "@/lib/mail/words";

export type KeyExpiringFacts = {
  partnerName: string;
  keyName: string;
  publicKey: string;
  environment: Environment;
  expiresAt: Date;
  daysLeft: number;
  href: string;
};

/** To a partner's contact, some days before a key ends. */
export function keyExpiring(facts: KeyExpiringFacts): Letter {
  const { partnerName, keyName, publicKey, environment, expiresAt, daysLeft, href } = facts;
  const title = `The ${environment} key “${keyName}” expires ${inDays(daysLeft)}`;
  return {
    subject: title,
    content: (
      <LetterPage
        title={title}
        preview={`Calls with it are refused from ${utcTime(expiresAt)} on.`}
        action={{ label: "Open API keys", href }}
        footnote={`You get this as the contact of ${partnerName}. Such mails come 30, 7 and 1 days before a key expires.`}
      >
        <Paragraph>
          From {utcTime(expiresAt)} on, calls with this key are refused with API_KEY_EXPIRED. Its public part is{" "}
          {publicKey}.
        </Paragraph>
        <Paragraph>Create a new key and give it to your server before then, or move the expiry of this one.</Paragraph>
      </LetterPage>
    ),
  };
}
