import { CreateSubscription } from "@/lib/domain/webhooks/directory/schemas";

const isHttps = (text: string) => URL.canParse(text) && new URL(text).protocol === "https:";

/** What the contract takes of a new subscription, with the rule for its address told before the server has to. */
export const NewSubscriptionForm = CreateSubscription.extend({
  targetUrl: CreateSubscription.shape.targetUrl.trim().refine(isHttps, "Write an address that begins with https://"),
});
