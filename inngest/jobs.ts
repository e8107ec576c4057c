import { checkLedger } from "@/inngest/functions/check-ledger";
import { deliverWebhook } from "@/inngest/functions/deliver-webhook";
import { drainOutbox } from "@/inngest/functions/drain-outbox";
import { endQuietKeys } from "@/inngest/functions/end-quiet-keys";
import { expireDonations } from "@/inngest/functions/expire-donations";
import { forgetOldRecords } from "@/inngest/functions/forget-old-records";
import { forgetReplayClaims } from "@/inngest/functions/forget-replay-claims";
import type { Job } from "@/inngest/functions/job";
import { moveCampaigns } from "@/inngest/functions/move-campaigns";
import { notifyKeyExpiry } from "@/inngest/functions/notify-key-expiry";
import { probeWebhooks } from "@/inngest/functions/probe-webhooks";
import { retryDirectoryDeliveries } from "@/inngest/functions/retry-directory-deliveries";
import { sealAudit } from "@/inngest/functions/seal-audit";
import { sendMails, sweepMails } from "@/inngest/functions/send-mails";
import { settleDonationRewards, sweepDonationRewards } from "@/inngest/functions/settle-donation-rewards";
import { settleLots } from "@/inngest/functions/settle-lots";
import { sweepDeliveries } from "@/inngest/functions/sweep-deliveries";

/** Every job there is; both drivers run this list. */
export const JOBS: readonly Job[] = [
  drainOutbox,
  deliverWebhook,
  sweepDeliveries,
  retryDirectoryDeliveries,
  sendMails,
  sweepMails,
  settleLots,
  moveCampaigns,
  settleDonationRewards,
  sweepDonationRewards,
  expireDonations,
  notifyKeyExpiry,
  endQuietKeys,
  probeWebhooks,
  forgetReplayClaims,
  forgetOldRecords,
  checkLedger,
  sealAudit,
];
