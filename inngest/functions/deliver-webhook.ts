import { announce } from "@/inngest/client";
import { deliveryDue } from "@/inngest/events";
import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { attemptDelivery } from "@/lib/domain/webhooks/attempt-delivery";

const NAME = "deliver-webhook";

export const deliverWebhook = job({
  name: NAME,
  trigger: { message: "portico/delivery.due" },
  concurrency: { limit: 4, per: "webhookId" },
  // The claim is leased: run again at once it would find nothing to do. The sweep repeats what broke off.
  retries: 0,
  async run(due) {
    const next = await attemptDelivery(jobCtx(NAME), due);
    if (next) await announce(deliveryDue(next));
  },
});
