import type { Page } from "@playwright/test";
import { DEMO_PASSWORD, expect, signUp, test } from "@/e2e/support/fixtures";

const TABS_MAX = 40;

/** Moves on with the Tab key alone until this has the focus. */
async function tabTo(page: Page, role: "textbox" | "button" | "link" | "combobox", name: string | RegExp) {
  const target = page.getByRole(role, { name, exact: typeof name === "string" }).first();
  await target.waitFor();
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${role} “${name}” cannot be reached with the Tab key.`);
}

test("a demo log-in opens Acme's portal", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in as owner@acme.example" }).click();
  await page.waitForURL("**/home");
  await expect(page.getByText("Acme", { exact: true }).first()).toBeVisible();
});

test("a wrong password is told in words, and the person stays", async ({ page, api }) => {
  const { email } = await signUp(api);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not the pass phrase");
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
  await expect(page.getByText(/address or (the )?password|password is (wrong|not)/i).first()).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test("who is not signed in is sent to sign in, and then to the page that was asked for", async ({ page }) => {
  await page.goto("/token-pool");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Ftoken-pool/);
  await page.getByLabel("E-mail address").fill("developer@acme.example");
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
  await page.waitForURL("**/token-pool");
  await expect(page.getByRole("heading", { level: 1, name: "Token pool" })).toBeVisible();
});

test("with the keyboard alone one signs in and creates a key", async ({ page, api }) => {
  const { email, password } = await signUp(api);
  await page.goto("/sign-in");
  await tabTo(page, "textbox", "E-mail address");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/home");

  await tabTo(page, "link", "API keys");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/keys");
  await tabTo(page, "button", "Create key");
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "Create key" });
  await expect(form).toBeVisible();
  await tabTo(page, "textbox", /^Name/);
  await page.keyboard.type("Keyboard key");
  await page.keyboard.press("Enter");

  const reveal = page.getByRole("dialog", { name: "Key “Keyboard key” created" });
  await expect(reveal).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Keep open" })).toBeVisible();
  await tabTo(page, "button", "Keep open");
  await page.keyboard.press("Enter");
  await tabTo(page, "button", /^Download/);
  await page.keyboard.press("Enter");
  await tabTo(page, "button", "Close window");
  await page.keyboard.press("Enter");
  await expect(reveal).toBeHidden();
  await expect(page.getByRole("link", { name: "Keyboard key" })).toBeVisible();
});
