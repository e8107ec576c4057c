import { expect, signInAsAdmin, test } from "@/e2e/support/fixtures";

test("an administrator reads a mail from the outbox, in both its forms", async ({ page }) => {
  await signInAsAdmin(page);
  await page.getByRole("link", { name: "Mails" }).click();
  await page.waitForURL("**/admin/mails");
  await expect(page.getByRole("heading", { level: 1, name: "Mails" })).toBeVisible();
  await expect(page.getByText("Mails stay here: set SMTP_URL to send them.")).toBeVisible();

  // The demo has a partner that was suspended, of which its owner was told.
  await page.getByRole("searchbox", { name: "Search mails" }).fill("tidewater");
  await page.waitForURL(/tidewater/);
  await page.getByRole("link", { name: "Tidewater Ferries is suspended" }).click();
  await page.waitForURL(/[?&]mail=[0-9a-f]{24}/);

  const panel = page.getByRole("dialog", { name: "Tidewater Ferries is suspended" });
  await expect(panel.getByText("owner@tidewater.example").first()).toBeVisible();
  await expect(panel.getByText("Waiting", { exact: true })).toBeVisible();
  const letter = panel.frameLocator("iframe");
  await expect(letter.getByRole("link", { name: "Open portal" })).toBeVisible();
  expect(await panel.locator("iframe").getAttribute("sandbox")).toBe("");

  await panel.getByRole("tab", { name: "Plain text" }).click();
  await expect(panel.getByText(/Open portal https?:\/\//)).toBeVisible();
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toBeHidden();
});

test("a reviewer sees that mails were written, and to whom, but not what they say", async ({ page }) => {
  await signInAsAdmin(page, "reviewer@portico.example");
  await page.goto("/admin/mails");
  await page.getByRole("table", { name: "Mails" }).getByRole("link").first().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Superadmin alone can read what they say.")).toBeVisible();
  await expect(panel.locator("iframe")).toHaveCount(0);
});
