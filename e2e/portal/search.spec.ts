import { setTimeout as pause } from "node:timers/promises";
import type { Locator, Page } from "@playwright/test";
import { becomePartner, expect, purchase, SUBMIT, signIn, signInAsAdmin, test } from "@/e2e/support/fixtures";

/** Goes on typing in the search and clicks in the same moment, sooner than any search stops waiting for more. */
async function typeAndClick(page: Page, text: string, target: Locator): Promise<void> {
  await page.getByRole("searchbox").press("End");
  const box = (await target.boundingBox())!;
  await Promise.all([page.keyboard.insertText(text), page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)]);
}

test("a page that is opened right after typing is not held up by the search", async ({ page, api }) => {
  const partner = await becomePartner(api);
  expect((await api.signed(partner.keys, { ...SUBMIT, body: purchase("order-1") })).status).toBe(200);
  await signIn(page, partner);
  // The page takes longer to come than the search waits.
  await page.route("**/users/cust-314?_rsc=*", async (route) => {
    await pause(1_000);
    await route.continue();
  });
  const row = page.getByRole("table", { name: "Users" }).getByRole("row", { name: /cust-314/ });
  for (const target of [row.getByRole("link"), row.getByRole("cell").last()]) {
    await page.goto("/users");
    await target.waitFor();
    await typeAndClick(page, "cust", target);
    await page.waitForURL(/\/users\/cust-314$/);
    await expect(page.getByRole("heading", { level: 1, name: "User cust-314" })).toBeVisible();
  }
});

test("a panel or filter that is chosen right after typing takes the search along", async ({ page }) => {
  await signInAsAdmin(page);
  await page.goto("/admin/mails?search=tide");
  const mail = page.getByRole("link", { name: "Tidewater Ferries is suspended" });
  await mail.waitFor();
  await typeAndClick(page, "water", mail);
  await expect(page).toHaveURL(/[?&]search=tidewater(&|$)/);
  await expect(page).toHaveURL(/[?&]mail=[0-9a-f]{24}(&|$)/);
  await expect(page.getByRole("dialog", { name: "Tidewater Ferries is suspended" })).toBeVisible();

  await page.goto("/admin/mails?search=tide&status=WAITING");
  const pill = page.getByRole("button", { name: /^Remove filter/ });
  await pill.waitFor();
  await typeAndClick(page, "water", pill);
  await expect(page).toHaveURL(/\?search=tidewater$/);
});
