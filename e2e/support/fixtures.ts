import { randomBytes } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { ApiClient, type Credentials } from "@/e2e/support/signing-client";
import { startWebhookReceiver, type WebhookReceiver } from "@/e2e/support/webhook-receiver";

export const DEMO_PASSWORD = "portico-demo-1";

export type Newcomer = { email: string; password: string; token: string };
export type Partner = Newcomer & { keyId: string; keys: Credentials };

type Fixtures = {
  /** Where this test's requests seem to come from: limits by address then count for it alone. */
  address: string;
  api: ApiClient;
  receiver: WebhookReceiver;
};

/** Each test is a visitor of its own. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture needs from the pattern.
  address: async ({}, use) => {
    await use(newAddress());
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  baseURL: async ({}, use) => {
    await use(process.env.E2E_BASE_URL);
  },
  extraHTTPHeaders: async ({ address }, use) => {
    await use({ "x-forwarded-for": address });
  },
  api: async ({ baseURL, address }, use) => {
    await use(new ApiClient(baseURL!, { "x-forwarded-for": address }));
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  receiver: async ({}, use) => {
    const receiver = await startWebhookReceiver();
    await use(receiver);
    await receiver.close();
  },
});

export { expect };

/** One of the addresses set aside for private networks. */
export function newAddress(): string {
  return `10.${[...randomBytes(3)].join(".")}`;
}

export function newEmail(): string {
  return `nora.${randomBytes(6).toString("hex")}@newcomer.example`;
}

/** Somebody who has just signed up, over HTTP. */
export async function signUp(api: ApiClient): Promise<Newcomer> {
  const email = newEmail();
  const password = "a pass phrase of some length";
  const answer = await api.send<{ accessToken: string }>({
    method: "POST",
    target: "/v1/partner/auth/register",
    body: { email, password, firstName: "Nora", lastName: "Newcomer", organizationName: "Newcomer Goods" },
  });
  expect(answer.status, answer.text).toBe(201);
  return { email, password, token: answer.body.accessToken };
}

/** A partner with a sandbox key, made as partners are: by signing up and creating one. */
export async function becomePartner(api: ApiClient): Promise<Partner> {
  const newcomer = await signUp(api);
  const answer = await api.as<{ id: string; publicKey: string; secretKey: string; hmacSecret: string }>(
    newcomer.token,
    { method: "POST", target: "/v1/partner/keys", body: { name: "Backend", environment: "sandbox" } },
  );
  expect(answer.status, answer.text).toBe(201);
  return { ...newcomer, keyId: answer.body.id, keys: answer.body };
}

/** A purchase by one customer. */
export function purchase(idempotencyKey: string, partnerUserId = "cust-314", amount: number | string = 49.99) {
  return {
    idempotencyKey,
    actionType: "PURCHASE",
    amount,
    currency: "USD",
    stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId }],
    autoCreateUsers: true,
  };
}

export const SUBMIT = { method: "POST", target: "/v1/partner/actions/submit" } as const;

/** Signs in through the form and waits until the portal is there. */
export async function signIn(
  page: Page,
  { email, password, landsOn = "**/home" }: { email: string; password: string; landsOn?: string },
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
  await page.waitForURL(landsOn);
}

/** Signs in as one of the demo's administrators. */
export function signInAsAdmin(page: Page, email = "admin@portico.example"): Promise<void> {
  return signIn(page, { email, password: DEMO_PASSWORD, landsOn: "**/admin" });
}

const SUPERADMIN = "colleague@portico.example";

/** What one of the demo's superadmins presents to the admin API. */
export async function superadminToken(api: ApiClient): Promise<string> {
  const answer = await api.send<{ accessToken: string }>({
    method: "POST",
    target: "/api/v1/admin/auth/login",
    body: { email: SUPERADMIN, password: DEMO_PASSWORD },
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.accessToken;
}

/** The link of the invitation that went to this address, out of the platform's own outbox. */
export async function invitationFor(api: ApiClient, email: string): Promise<string> {
  const accessToken = await superadminToken(api);
  const mails = await api.as<{ data: { id: string }[] }>(accessToken, {
    target: `/api/v1/admin/mails?search=${encodeURIComponent(email)}`,
  });
  for (const { id } of mails.body.data) {
    const mail = await api.as(accessToken, { target: `/api/v1/admin/mails/${id}` });
    const link = /https?:\/\/[^\s"\\]+\/invitation(\/admin)?\?token=[0-9a-f]+/.exec(mail.text);
    if (link) return new URL(link[0]).pathname + new URL(link[0]).search;
  }
  throw new Error(`no invitation went to ${email}`);
}
