import { MAIL_WORDS } from "@/components/admin/mails/mail-words";
import { Status } from "@/components/ui/status";
import type { MailStatus } from "@/lib/domain/mail/schemas";

export function MailStatusMark({ status }: { status: MailStatus }) {
  const { tone, word } = MAIL_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
