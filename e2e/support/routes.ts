import type { Page } from "@playwright/test";

/** Goes on to the page that is meant. */
type Follow = {
  (page: Page): Promise<void>;
  /** An address like that page's own, where it is another page than the row's path. */
  address?: string;
  /** That page's own, once it is known: nobody has to go there by way of the row's path again. */
  known?: () => string | undefined;
};

export type Route = {
  name: string;
  path: string;
  /** Pages of Acme's portal. */
  isPrivate: boolean;
  /** A part that is another's work and shown as it is: its own faults are not ours to mend. */
  foreign?: string;
  /** Leads from the page at `path` to the one meant, where the address holds an id. */
  follow?: Follow;
};

/** What the first link of a list leads to, by what lies under the list. */
const firstRows = new Map<string, string>();

/** Opens the page that the first link of a list leads to, in a state that its address names. */
function openFirstRow(under: string, state = ""): Follow {
  const known = () => (firstRows.has(under) ? `${firstRows.get(under)}${state}` : undefined);
  const follow = async (page: Page) => {
    const link = page.locator(`main a[href^="${under}/"]:not(nav a, [href$="/new"])`).first();
    await link.waitFor();
    firstRows.set(under, (await link.getAttribute("href"))!);
    await page.goto(known()!);
  };
  return Object.assign(follow, { address: `${under}/first${state}`, known });
}

/** Opens the panel that the first row of a list leads to. */
const openFirstPanel = async (page: Page) => {
  const link = page.locator("main a[data-row-link]").first();
  await link.waitFor();
  await page.goto((await link.getAttribute("href"))!);
};

type Sent = { inquiryId: string; statusToken: string };
let sent: Promise<Sent> | undefined;

/** Opens a page about an inquiry; one is sent for all of them, since an address may send five an hour. */
function openInquiry(addressOf: (inquiry: Sent) => string): Follow {
  const follow = async (page: Page) => {
    sent ??= sendInquiry(page);
    await page.goto(addressOf(await sent));
  };
  return Object.assign(follow, { address: addressOf({ inquiryId: "sent", statusToken: "sent" }) });
}

async function sendInquiry(page: Page): Promise<Sent> {
  const answer = await page.request.post("/v1/partner/inquiries", {
    data: {
      partnerName: "Larkspur Cinemas",
      legalEntity: "Larkspur Cinemas GmbH",
      contactName: "Jonas Lark",
      contactEmail: "jonas@larkspur.example",
      useCaseSummary: "Guests earn tokens for each film they see on a weekday.",
      integrationModel: "SERVER_TO_SERVER",
      expectedMonthlyActionVolume: 90_000,
      actionTypes: ["PURCHASE", "VISIT"],
    },
  });
  return answer.json();
}

/** Goes on from a page where one gives. Its address is a secret, so that there is none to be opened by heart. */
const openTestCheckout: Follow = Object.assign(
  async (page: Page) => {
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await page.waitForURL("**/checkout/sandbox/*");
  },
  { address: "/checkout/sandbox/secret" },
);

/** Every page there is. */
export const ROUTES: readonly Route[] = [
  { name: "landing", path: "/", isPrivate: false },
  { name: "sign-in", path: "/sign-in", isPrivate: false },
  { name: "sign-up", path: "/sign-up", isPrivate: false },
  { name: "verify-email", path: "/verify-email", isPrivate: false },
  { name: "invitation", path: "/invitation", isPrivate: false },
  { name: "admin-invitation", path: "/invitation/admin", isPrivate: false },
  { name: "api-reference", path: "/partner-api", isPrivate: false, foreign: "#content" },
  { name: "developers", path: "/developers", isPrivate: false },
  { name: "developers-search", path: "/developers?q=newsroom", isPrivate: false },
  { name: "error-codes", path: "/errors", isPrivate: false },
  { name: "error-code", path: "/errors", isPrivate: false, follow: openFirstRow("/errors") },
  { name: "give", path: "/give/acme/american-red-cross", isPrivate: false },
  {
    name: "test-checkout",
    path: "/give/acme/american-red-cross?environment=sandbox",
    isPrivate: false,
    follow: openTestCheckout,
  },
  { name: "inquire", path: "/inquire", isPrivate: false },
  {
    name: "inquiry-status",
    path: "/inquire",
    isPrivate: false,
    follow: openInquiry(({ inquiryId, statusToken }) => `/inquiries/${inquiryId}?token=${statusToken}`),
  },
  { name: "inquiry-wrong-link", path: "/inquiries/inq_695b9e0d4f1a2b3c4d5e6f72?token=wrong", isPrivate: false },
  { name: "not-found", path: "/no-such-page", isPrivate: false },
  { name: "home", path: "/home", isPrivate: true },
  { name: "dashboard", path: "/dashboard", isPrivate: true },
  { name: "first-call", path: "/first-call", isPrivate: true },
  { name: "go-live", path: "/go-live", isPrivate: true },
  { name: "request-production", path: "/go-live/request", isPrivate: true },
  { name: "sandbox-tools", path: "/sandbox-tools", isPrivate: true },
  { name: "keys", path: "/keys", isPrivate: true },
  { name: "keys-create", path: "/keys?create=true", isPrivate: true },
  { name: "actions", path: "/actions", isPrivate: true },
  { name: "action", path: "/home", isPrivate: true, follow: openFirstRow("/actions") },
  { name: "action-reverse", path: "/home", isPrivate: true, follow: openFirstRow("/actions", "?reverse=true") },
  { name: "action-try", path: "/actions?try=true", isPrivate: true },
  { name: "transactions", path: "/transactions", isPrivate: true },
  { name: "transaction", path: "/transactions", isPrivate: true, follow: openFirstPanel },
  { name: "donations", path: "/donations", isPrivate: true },
  { name: "users", path: "/users", isPrivate: true },
  { name: "user", path: "/users", isPrivate: true, follow: openFirstRow("/users") },
  { name: "token-pool", path: "/token-pool", isPrivate: true },
  { name: "token-pool-request", path: "/token-pool?request=true", isPrivate: true },
  { name: "campaigns", path: "/campaigns", isPrivate: true },
  { name: "campaigns-new", path: "/campaigns/new", isPrivate: true },
  { name: "campaign", path: "/campaigns", isPrivate: true, follow: openFirstRow("/campaigns") },
  { name: "campaign-edit", path: "/campaigns", isPrivate: true, follow: openFirstRow("/campaigns", "?edit=true") },
  { name: "webhooks", path: "/webhooks", isPrivate: true },
  { name: "webhook", path: "/webhooks", isPrivate: true, follow: openFirstRow("/webhooks") },
  { name: "webhook-events", path: "/webhooks/events", isPrivate: true },
  { name: "team", path: "/team", isPrivate: true },
  { name: "audit", path: "/audit", isPrivate: true },
  { name: "webhook-event", path: "/webhooks/events?event=action.completed", isPrivate: true },
];

/** Pages of the platform's own people. */
export const ADMIN_ROUTES: readonly Route[] = [
  { name: "admin-queue", path: "/admin/queue", isPrivate: true },
  {
    name: "admin-queue-panel",
    path: "/admin/queue",
    isPrivate: true,
    follow: openInquiry(({ inquiryId }) => `/admin/queue?inquiry=${inquiryId}`),
  },
  {
    name: "admin-inquiry",
    path: "/admin/queue",
    isPrivate: true,
    follow: openInquiry(({ inquiryId }) => `/admin/inquiries/${inquiryId}`),
  },
  { name: "admin-partners", path: "/admin", isPrivate: true },
  { name: "admin-partner", path: "/admin", isPrivate: true, follow: openFirstRow("/admin/partners") },
  { name: "admin-partner-keys", path: "/admin", isPrivate: true, follow: openFirstRow("/admin/partners", "/keys") },
  { name: "admin-partner-pools", path: "/admin", isPrivate: true, follow: openFirstRow("/admin/partners", "/pools") },
  {
    name: "admin-partner-webhooks",
    path: "/admin",
    isPrivate: true,
    follow: openFirstRow("/admin/partners", "/webhooks"),
  },
  { name: "admin-partner-users", path: "/admin", isPrivate: true, follow: openFirstRow("/admin/partners", "/users") },
  { name: "admin-partner-usage", path: "/admin", isPrivate: true, follow: openFirstRow("/admin/partners", "/usage") },
  {
    name: "admin-partner-timeline",
    path: "/admin",
    isPrivate: true,
    follow: openFirstRow("/admin/partners", "/timeline"),
  },
  { name: "admin-team", path: "/admin/team", isPrivate: true },
  { name: "admin-account", path: "/admin/account", isPrivate: true },
  { name: "admin-usage", path: "/admin/usage", isPrivate: true },
  { name: "admin-audit", path: "/admin/audit", isPrivate: true },
  {
    name: "admin-partner-go-live",
    path: "/admin",
    isPrivate: true,
    follow: openFirstRow("/admin/partners", "/go-live"),
  },
  { name: "admin-approvals", path: "/admin/approvals", isPrivate: true },
  { name: "admin-pool-requests", path: "/admin/pool-requests", isPrivate: true },
  { name: "admin-mails", path: "/admin/mails", isPrivate: true },
  { name: "admin-api-clients", path: "/admin/api-clients", isPrivate: true },
  { name: "admin-api-client", path: "/admin/api-clients", isPrivate: true, follow: openFirstRow("/admin/api-clients") },
  ...["keys", "usage", "production", "audit"].map((tab) => ({
    name: `admin-api-client-${tab}`,
    path: "/admin/api-clients",
    isPrivate: true,
    follow: openFirstRow("/admin/api-clients", `/${tab}`),
  })),
  { name: "admin-api-usage", path: "/admin/api-usage", isPrivate: true },
  { name: "admin-claims", path: "/admin/claims", isPrivate: true },
  { name: "admin-claim", path: "/admin/claims", isPrivate: true, follow: openFirstPanel },
  { name: "admin-subscriptions", path: "/admin/subscriptions", isPrivate: true },
  { name: "admin-deliveries", path: "/admin/deliveries", isPrivate: true },
  { name: "admin-delivery", path: "/admin/deliveries", isPrivate: true, follow: openFirstPanel },
  { name: "admin-content", path: "/admin/content", isPrivate: true },
];

export const WIDTHS = [1440, 390] as const;
export const THEMES = ["light", "dark"] as const;

/** Opens a page and waits until nothing on it is still being loaded. */
export async function openRoute(page: Page, { path, follow }: Route): Promise<void> {
  const known = follow?.known?.();
  await page.goto(known ?? path);
  if (!known) await follow?.(page);
  await page.waitForLoadState("networkidle");
  // An open dialog hides the page's own heading from everyone but the eye; its title counts then.
  await page.getByRole("heading").first().waitFor();
}
