import { deliverWebhook } from "@/inngest/functions/deliver-webhook";
import { drainOutbox } from "@/inngest/functions/drain-outbox";
import { forgetReplayClaims } from "@/inngest/functions/forget-replay-claims";
import type { Job } from "@/inngest/functions/job";
import { sendMails, sweepMails } from "@/inngest/functions/send-mails";
import { sweepDeliveries } from "@/inngest/functions/sweep-deliveries";

/** Every job there is; both drivers run this list. */
export const JOBS: readonly Job[] = [
  drainOutbox,
  deliverWebhook,
  sweepDeliveries,
  sendMails,
  sweepMails,
  forgetReplayClaims,
];
