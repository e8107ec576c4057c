import type { StatusTone } from "@/components/ui/status";
import { MAIL_ATTEMPTS_MAX, type MailStatus } from "@/lib/domain/mail/schemas";

export const MAIL_WORDS: Record<MailStatus, { tone: StatusTone; word: string; meaning: string }> = {
  WAITING: { tone: "progress", word: "Waiting", meaning: "It goes out as soon as the SMTP server takes it." },
  SENT: { tone: "success", word: "Sent", meaning: "The SMTP server took it." },
  FAILED: {
    tone: "danger",
    word: "Failed",
    meaning: `The SMTP server refused it ${MAIL_ATTEMPTS_MAX} times; it is not tried again.`,
  },
};
