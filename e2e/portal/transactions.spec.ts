import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { becomePartner, expect, purchase, SUBMIT, signIn, test } from "@/e2e/support/fixtures";

const ACTIONS = 60;

/** What the list shows, page by page: id, type, user, tokens. The id in full is in the row's link. */
async function readScreen(page: Page): Promise<string[][]> {
  const shown: string[][] = [];
  const table = page.getByRole("table", { name: "Transactions" });
  const next = page.getByRole("button", { name: "Next" });
  for (;;) {
    await expect(table.locator("tbody a[data-row-link]").first()).toBeVisible();
    for (const row of await table.locator("tbody tr").all()) {
      const href = await row.locator("a[data-row-link]").getAttribute("href");
      const id = new URL(href!, "http://portal.example").searchParams.get("transaction")!;
      const [, type, user, , tokens] = await row.locator("td").allInnerTexts();
      shown.push([id, type!, user!, tokens!.replaceAll(",", "")]);
    }
    if (await next.isDisabled()) return shown;
    const [firstShown] = await table.locator("tbody a[data-row-link]").allInnerTexts();
    await next.click();
    await expect(table.locator("tbody a[data-row-link]").first()).not.toHaveText(firstShown!);
  }
}

async function exportFile(page: Page): Promise<{ name: string; header: string[]; rows: string[][] }> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const download = await downloading;
  // No value of these rows holds a comma or a quote.
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  return { name: download.suggestedFilename(), header, rows };
}

test("a filtered list of transactions and its file hold the same rows in the same order", async ({ page, api }) => {
  test.setTimeout(180_000);
  const partner = await becomePartner(api);
  for (let n = 0; n < ACTIONS; n += 1) {
    // Every third is another's, so that the filter has something to leave out.
    const body = purchase(`order-${n}`, n % 3 === 0 ? "cust-2" : "cust-1", 1_000 + n);
    const answer = await api.signed(partner.keys, { ...SUBMIT, body });
    expect(answer.status, answer.text).toBe(200);
  }
  await signIn(page, partner);

  await page.goto("/transactions");
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText(`1-50 of ${ACTIONS}`);
  const whole = await exportFile(page);
  expect(whole.name).toMatch(/^portico-transactions-sandbox-until-\d{8}T\d{6}Z\.csv$/);
  expect(whole.header[0]).toBe("Transaction ID");
  expect(whole.header.at(-1)).toBe("Created (UTC)");
  expect(whole.rows.map((row) => [row[0], row[1], row[4], row[3]])).toEqual(await readScreen(page));
  expect(whole.rows.every((row) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(row.at(-1)!))).toBe(true);

  await page.goto("/transactions?sort=createdAt");
  await page.getByRole("button", { name: "User", exact: true }).click();
  await page.getByRole("dialog").getByLabel("User").fill("cust-1");
  await page.getByRole("button", { name: "Apply filter" }).click();
  await expect(page).toHaveURL(/externalId=cust-1/);
  await expect(page.getByRole("row", { name: /cust-2/ })).toHaveCount(0);
  const filtered = await exportFile(page);
  const screen = await readScreen(page);
  expect(filtered.rows.map((row) => [row[0], row[1], row[4], row[3]])).toEqual(screen);
  expect(screen).toHaveLength((ACTIONS * 2) / 3);
  expect(filtered.rows).toEqual(whole.rows.filter((row) => row[4] === "cust-1").reverse());

  await page.locator("tbody a[data-row-link]").first().click();
  const panel = page.getByRole("dialog", { name: /^Distribution of 1,001, cust-1$/ });
  await expect(panel.getByText("Tokens went from the pool to the user.")).toBeVisible();
  await panel.getByRole("link", { name: "Open action" }).click();
  await page.waitForURL("**/actions/*");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("order-1");
});
