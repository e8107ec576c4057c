import type { Locator, Page } from "@playwright/test";
import { AuthenticatorApp } from "@/e2e/support/authenticator-app";
import { expect, invitationFor, newEmail, superadminToken, test } from "@/e2e/support/fixtures";
import type { ApiClient } from "@/e2e/support/signing-client";

const PASSWORD = "a pass phrase of some length";
const REFUSED = /^The code is (wrong|not)/;

/** Somebody of the platform's team with an account of their own, signed in and at their account's page. */
async function becomeReviewer(page: Page, api: ApiClient): Promise<string> {
  const email = newEmail();
  const invited = await api.as(await superadminToken(api), {
    method: "POST",
    target: "/api/v1/admin/team/invitations",
    body: { email, role: "REVIEWER", reason: "Joins the team that reads inquiries" },
  });
  expect(invited.status, invited.text).toBe(201);
  await page.goto(await invitationFor(api, email));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/admin/account");
  return email;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
}

/** The first of the two steps: the right password opens nothing yet. */
async function givePassword(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
}

async function giveCode(page: Page, code: string, button = "Sign in"): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** Gives the code of the app, and the next one if its time ran out on the way. Returns the code that was taken. */
async function giveFreshCode(
  page: Page,
  app: AuthenticatorApp,
  { button, opens }: { button?: string; opens: Locator },
): Promise<string> {
  const code = app.nextCode();
  await giveCode(page, code, button);
  await expect(opens.or(page.getByText(REFUSED))).toBeVisible();
  if (await opens.isVisible()) return code;
  const next = app.nextCode();
  await giveCode(page, next, button);
  await expect(opens).toBeVisible();
  return next;
}

test("a second factor is enrolled and asked for from then on, and no code of either kind opens the door twice", async ({
  page,
  api,
}) => {
  const email = await becomeReviewer(page, api);
  await page.getByRole("button", { name: "Enrol second factor" }).click();
  const enrolment = page.getByRole("dialog", { name: "Enrol a second factor" });
  await expect(enrolment.getByRole("img", { name: /QR code/ })).toBeVisible();
  const app = new AuthenticatorApp((await enrolment.getByText(/^([A-Z2-7]{4} ?){8}$/).textContent())!);
  const kept = page.getByRole("dialog", { name: "Keep your recovery codes" });
  await giveFreshCode(page, app, { button: "Turn on", opens: kept });
  const recoveryCodes = await kept.getByRole("listitem").allTextContents();
  expect(recoveryCodes).toHaveLength(10);
  const downloading = page.waitForEvent("download");
  await kept.getByRole("button", { name: "Download codes" }).click();
  await downloading;
  await kept.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("10 of 10 recovery codes left")).toBeVisible();

  const account = page.getByRole("button", { name: /^Account of/ });
  await signOut(page);
  await givePassword(page, email);
  const used = await giveFreshCode(page, app, { opens: account });

  await signOut(page);
  await givePassword(page, email);
  await giveCode(page, used);
  await expect(page.getByText("The code is wrong, or was used before.")).toBeVisible();
  await giveCode(page, recoveryCodes[0]!);
  await expect(account).toBeVisible();
  await page.goto("/admin/account");
  await expect(page.getByText("9 of 10 recovery codes left")).toBeVisible();

  await signOut(page);
  await givePassword(page, email);
  await giveCode(page, recoveryCodes[0]!);
  await expect(page.getByText("The code is wrong, or was used before.")).toBeVisible();
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/sign-in/);
});
