"use client";

import { useQuery } from "@tanstack/react-query";
import { MailMessage } from "@/components/admin/mails/mail-message";
import { MailStatusMark } from "@/components/admin/mails/mail-status-mark";
import { MAIL_WORDS } from "@/components/admin/mails/mail-words";
import { PanelFace } from "@/components/portal/panel-face";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as mailsApi from "@/lib/contract/admin/mails";
import type { MailDetail } from "@/lib/domain/mail/schemas";

export type MailPanelProps = {
  mailId: string;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One mail beside the list: how its sending went, and what it says. */
export function MailPanel({ mailId, onStep, onClose }: MailPanelProps) {
  return (
    <PanelFace
      answer={useQuery(query(mailsApi.getMail, { mailId }))}
      title={(mail) => mail?.subject ?? "Mail"}
      failed="The mail could not be loaded"
      onStep={onStep}
      onClose={onClose}
    >
      {(mail) => <MailStory mail={mail} />}
    </PanelFace>
  );
}

function MailStory({ mail }: { mail: MailDetail }) {
  const { status, recipient, attempts, lastError, sentAt, nextAttemptAt, createdAt } = mail;
  return (
    <>
      <p className="text-content-muted">{MAIL_WORDS[status].meaning}</p>
      <Facts
        facts={[
          { label: "Status", value: <MailStatusMark status={status} /> },
          { label: "Recipient", value: recipient, copy: recipient },
          { label: "Written", value: <Time at={createdAt} format="absolute" /> },
          { label: "Sent", value: <Time at={sentAt} format="absolute" never="Not yet" /> },
          { label: "Attempts", value: String(attempts) },
          ...(attempts > 0 && nextAttemptAt ? [{ label: "Next attempt", value: <Time at={nextAttemptAt} /> }] : []),
        ]}
      />
      {lastError && (
        <Notice tone="warning" title="The SMTP server refused it">
          {lastError}
        </Notice>
      )}
      <MailMessage mail={mail} />
    </>
  );
}
