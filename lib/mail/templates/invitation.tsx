import type { AdminRole } from "@/lib/domain/admins/schemas";
import type { PartnerRole } from "@/lib/domain/keys/scopes";
import { type Letter, LetterPage, Paragraph } from "@/lib/mail/letter";

const PARTNER_ROLE_WORDS: Record<PartnerRole, string> = {
  OWNER: "As owner you may do everything, and decide who belongs to the team.",
  ADMIN: "As admin you may do everything except decide who belongs to the team.",
  DEVELOPER: "As developer you manage keys, change the sandbox and read production.",
  VIEWER: "As viewer you read everything and change nothing.",
};

const ADMIN_ROLE_WORDS: Record<AdminRole, string> = {
  REVIEWER: "As reviewer you decide on inquiries.",
  COMPLIANCE: "As compliance officer you judge contracts, KYB and the status of partners.",
  OPERATOR: "As operator you run keys, token pools, tiers and features of partners.",
  AUDITOR: "As auditor you read everything and change nothing.",
  SUPERADMIN: "As superadmin you may do everything, and decide who belongs to the team.",
};

const FOOTNOTE = "If you did not expect this, ignore this mail: nothing happens without the button.";

type Link = { href: string; validDays: number };
export type PartnerInvitedFacts = Link & { partnerName: string; role: PartnerRole };
export type AdminInvitedFacts = Link & { role: AdminRole };

/** To somebody who shall join a partner's team. */
export function partnerInvited({ partnerName, role, href, validDays }: PartnerInvitedFacts): Letter {
  const title = `You are invited to ${partnerName}`;
  return {
    subject: title,
    content: (
      <LetterPage
        title={title}
        preview={PARTNER_ROLE_WORDS[role]}
        action={{ label: "Accept invitation", href }}
        footnote={FOOTNOTE}
      >
        <Paragraph>
          The team of {partnerName} asks you to join its partner portal. {PARTNER_ROLE_WORDS[role]}
        </Paragraph>
        <Paragraph>The link works once, for {validDays} days.</Paragraph>
      </LetterPage>
    ),
  };
}

/** To somebody who shall join the people who run the platform. */
export function adminInvited({ role, href, validDays }: AdminInvitedFacts): Letter {
  const title = "You are invited to run Portico";
  return {
    subject: title,
    content: (
      <LetterPage
        title={title}
        preview={ADMIN_ROLE_WORDS[role]}
        action={{ label: "Accept invitation", href }}
        footnote={FOOTNOTE}
      >
        <Paragraph>You are asked to join the administrators of this installation. {ADMIN_ROLE_WORDS[role]}</Paragraph>
        <Paragraph>The link works once, for {validDays} days.</Paragraph>
      </LetterPage>
    ),
  };
}
