import type { Page } from "@playwright/test";
import { expect, signInAsAdmin, test } from "@/e2e/support/fixtures";

/** The pages that are fetched beforehand, by their addresses. */
function fetchedBeforehand(page: Page): Set<string> {
  const paths = new Set<string>();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.searchParams.has("_rsc")) paths.add(url.pathname);
  });
  return paths;
}

test("a page fetches no other page of its menu and tabs until somebody points at one", async ({ page }) => {
  await signInAsAdmin(page);
  await page.getByRole("table", { name: "Partners" }).getByRole("link").first().click();
  await page.waitForURL(/\/admin\/partners\/\w+$/);
  const partner = new URL(page.url()).pathname;
  const fetched = fetchedBeforehand(page);
  await page.reload({ waitUntil: "networkidle" });
  expect([...fetched].filter((path) => path !== "/admin")).toEqual([]);

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mails" }).hover();
  await expect.poll(() => fetched.has("/admin/mails")).toBe(true);
  await page.locator(`a[href="${partner}/webhooks"]`).focus();
  await expect.poll(() => fetched.has(`${partner}/webhooks`)).toBe(true);
  expect([...fetched].toSorted()).toEqual(["/admin", "/admin/mails", `${partner}/webhooks`].toSorted());
});
