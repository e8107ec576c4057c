import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { sendDueMails } from "@/lib/domain/mail/send-due-mails";

const ROUNDS_MAX = 50;

async function sendMailsNow(name: string): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) if ((await sendDueMails(jobCtx(name))) === 0) return;
}

/** Mails go out as soon as what they tell of is committed. */
export const sendMails = job({
  name: "send-mails",
  trigger: { message: "portico/outbox.waiting" },
  concurrency: { limit: 1 },
  retries: 0,
  restMs: 50,
  run: () => sendMailsNow("send-mails"),
});

/** Mails that were refused before, or of which no message told. */
export const sweepMails = job({
  name: "sweep-mails",
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => sendMailsNow("sweep-mails"),
});
