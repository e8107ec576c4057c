import type { Notification } from "@/lib/domain/notifications/schemas";

export type NotificationText = { title: string; detail?: string; href: string };

const lower = (value: unknown) => String(value).toLowerCase().replaceAll("_", " ");
const named = (value: unknown, otherwise: string) => (typeof value === "string" ? `“${value}”` : otherwise);

type Data = Notification["data"];

const TEXTS: Record<string, (data: Data) => NotificationText> = {
  "partner.status_changed": ({ to, reason }) => ({
    title: `Your organisation is ${lower(to)}`,
    detail: typeof reason === "string" ? reason : undefined,
    href: "/home",
  }),
  "partner.production_access_changed": ({ to }) => ({ title: `Production access: ${lower(to)}`, href: "/go-live" }),
  "partner.tier_changed": ({ to }) => ({ title: `Tier: ${lower(to)}`, href: "/home" }),
  "token_pool.request_updated": ({ status }) => ({ title: `Request for tokens ${lower(status)}`, href: "/token-pool" }),
  "token_pool.low_balance": () => ({ title: "A token pool runs low", href: "/token-pool" }),
  "token_pool.depleted": () => ({ title: "A token pool is empty", href: "/token-pool" }),
  "api_key.expiring": ({ name, daysLeft }) => ({
    title: `Key ${named(name, "of yours")} expires in ${daysLeft === 1 ? "1 day" : `${daysLeft} days`}`,
    href: "/keys",
  }),
  "api_key.expired": ({ name }) => ({ title: `Key ${named(name, "of yours")} expired`, href: "/keys" }),
  "api_key.rotated": ({ name }) => ({ title: `Key ${named(name, "of yours")} was rotated`, href: "/keys" }),
  "webhook.disabled": ({ reason }) => ({
    title: "A webhook was turned off",
    detail: typeof reason === "string" ? reason : undefined,
    href: "/webhooks",
  }),
  "campaign.budget_exhausted": ({ name }) => ({
    title: `Campaign ${named(name, "of yours")} used up its budget`,
    href: "/campaigns",
  }),
};

/** What a notification says, and where to look. */
export function notificationText({ type, data }: Pick<Notification, "type" | "data">): NotificationText {
  return TEXTS[type]?.(data) ?? { title: type, href: "/home" };
}
