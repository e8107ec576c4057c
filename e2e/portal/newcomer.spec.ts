import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { becomePartner, expect, newEmail, purchase, SUBMIT, signIn, test } from "@/e2e/support/fixtures";
import type { ApiClient, Credentials } from "@/e2e/support/signing-client";
import type { WebhookReceiver } from "@/e2e/support/webhook-receiver";

const PASSWORD = "a pass phrase of some length";

async function createAccount(page: Page): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("link", { name: /sign up|create (an )?account|get (a )?sandbox/i })
    .first()
    .click();
  await page.getByLabel("Organisation").fill("Quay Bakery");
  await page.getByLabel("First name").fill("Nora");
  await page.getByLabel("Last name").fill("Newcomer");
  await page.getByLabel("E-mail address").fill(newEmail());
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/home");
}

/** Creates the first key, tries to leave without its secrets, and keeps them as the file that is offered. */
async function createFirstKey(page: Page): Promise<Credentials> {
  await page.goto("/keys?create=true");
  const form = page.getByRole("dialog", { name: "Create key" });
  await form.getByLabel("Name").fill("Till");
  await form.getByRole("button", { name: "Create key" }).click();

  const reveal = page.getByRole("dialog", { name: "Key “Till” created" });
  await expect(reveal.getByText("Shown once")).toBeVisible();
  await expect(reveal.getByText(/sk_test_[0-9a-f]{64}/)).toHaveCount(0);
  await reveal.getByRole("button", { name: "Close window" }).click();
  await page.getByRole("button", { name: "Keep open" }).click();

  const downloading = page.waitForEvent("download");
  await reveal.getByRole("button", { name: /^Download .*\.env$/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.env$/);
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\n");
  const values = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<string, string>;
  await reveal.getByRole("button", { name: "Close window" }).click();
  await expect(reveal).toBeHidden();
  await expect(page.getByRole("link", { name: "Till" })).toBeVisible();
  expect(await page.content()).not.toContain(values.PORTICO_SECRET_KEY);
  return {
    publicKey: values.PORTICO_PUBLISHABLE_KEY!,
    secretKey: values.PORTICO_SECRET_KEY,
    hmacSecret: values.PORTICO_HMAC_SECRET,
  };
}

/** The page waits, and tells by itself when the partner's server has called. */
async function makeFirstCall(page: Page, api: ApiClient, keys: Credentials): Promise<void> {
  await page.goto("/first-call");
  const arrival = page.getByRole("region", { name: "Arrival of the call" });
  await expect(arrival.getByText("Waiting for a signed request")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(keys.publicKey);
  const answer = await api.signed(keys, { ...SUBMIT, body: purchase("order-1", "cust-7") });
  expect(answer.status, answer.text).toBe(200);
  await expect(arrival.getByText("The request arrived")).toBeVisible({ timeout: 30_000 });
  await arrival.getByRole("link", { name: "Open action" }).click();
  await page.waitForURL("**/actions/*");
  await expect(page.getByRole("main")).toContainText("order-1");
  await expect(page.getByRole("main")).toContainText("cust-7");
}

async function seeTheFigures(page: Page): Promise<void> {
  await page.goto("/users");
  await page
    .getByRole("link", { name: /cust-7/ })
    .first()
    .click();
  await page.waitForURL("**/users/cust-7");
  await expect(page.getByLabel("Balance as a sum")).toContainText("50");
  await page.goto("/token-pool");
  await expect(page.getByLabel("Balance as a sum")).toContainText("99,950");
}

async function createWebhook(page: Page, receiver: WebhookReceiver): Promise<void> {
  await page.goto("/webhooks");
  await page.getByRole("button", { name: "Create webhook" }).first().click();
  const form = page.getByRole("dialog", { name: /create sandbox webhook/i });
  await form.getByLabel("URL").fill(receiver.url);
  await form.getByRole("checkbox", { name: "action.completed", exact: true }).check();
  await form.getByRole("button", { name: "Create webhook" }).click();
  const reveal = page.getByRole("dialog", { name: "Save the signing secret" });
  const downloading = page.waitForEvent("download");
  await reveal.getByRole("button", { name: /^Download .*\.env$/ }).click();
  await downloading;
  await reveal.getByRole("button", { name: "Close window" }).click();
  await expect(reveal).toBeHidden();
}

async function seeTheDelivery(page: Page, api: ApiClient, keys: Credentials, receiver: WebhookReceiver): Promise<void> {
  const answer = await api.signed(keys, { ...SUBMIT, body: purchase("order-2", "cust-8") });
  expect(answer.status, answer.text).toBe(200);
  await receiver.waitFor(({ event }) => event.data.idempotencyKey === "order-2");
  await page
    .getByRole("link", { name: new RegExp(new URL(receiver.url).port) })
    .first()
    .click();
  await page.waitForURL("**/webhooks/*");
  await page.getByRole("link", { name: "action.completed" }).first().click();
  await expect(page.getByRole("dialog", { name: /^Delivery/ })).toContainText("order-2");
}

for (const { device, viewport } of [
  { device: "a desk", viewport: { width: 1440, height: 900 } },
  { device: "a phone", viewport: { width: 390, height: 844 } },
]) {
  test.describe(`at ${device}`, () => {
    test.use({ viewport });

    test("a newcomer gets from sign-up to a delivered webhook", async ({ page, api, receiver }) => {
      test.setTimeout(180_000);
      await createAccount(page);
      const keys = await createFirstKey(page);
      await makeFirstCall(page, api, keys);
      await seeTheFigures(page);
      await createWebhook(page, receiver);
      await seeTheDelivery(page, api, keys, receiver);
      const isWiderThanTheScreen = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isWiderThanTheScreen).toBe(false);
    });
  });
}

test("a key revoked in the portal is refused from the next call on", async ({ page, api }) => {
  const partner = await becomePartner(api);
  expect((await api.signed(partner.keys, { target: "/v1/partner/users" })).status).toBe(200);

  await signIn(page, partner);
  await page.goto("/keys");
  await page.getByRole("button", { name: "Actions for Backend" }).click();
  await page.getByRole("menuitem", { name: "Revoke key" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByRole("row", { name: /Backend/ })).toContainText("Revoked");

  const refused = await api.signed(partner.keys, { target: "/v1/partner/users" });
  expect([refused.status, refused.body.code]).toEqual([401, "API_KEY_REVOKED"]);
});
