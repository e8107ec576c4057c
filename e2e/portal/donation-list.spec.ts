import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNoFaults } from "@/e2e/support/expect-no-faults";
import { becomePartner, expect, signIn, test } from "@/e2e/support/fixtures";

type Link = { donationLink: string; partnerDonationId: string };

/** Looks at the page as it is now, and keeps its pictures. */
const look = (page: Page, name: string) =>
  expectNoFaults(page, name, {
    each: ({ width, colorScheme }) =>
      page.screenshot({ path: `test-results/donation-list/${name}-${width}-${colorScheme}.png` }),
  });

test("donations: taught while there are none, then listed, filtered, looked at and saved", async ({ page, api }) => {
  test.setTimeout(120_000);
  const partner = await becomePartner(api);
  const { publicKey } = partner.keys;
  await signIn(page, partner);
  await page.goto("/donations");
  await expect(page.getByText("No donations in this environment yet")).toBeVisible();
  await expect(page.locator("pre")).toContainText(`data-partner-key="${publicKey}"`);
  await look(page, "empty");

  const create = async (change: object): Promise<Link> => {
    const answer = await api.send<Link>({
      method: "POST",
      target: "/v1/partner/donations/create-link",
      headers: { "X-Partner-Key": publicKey },
      body: { nonprofitSlug: "american-red-cross", amount: 2550, currency: "USD", ...change },
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  const paid = await create({ partnerUserId: "cust-314", referralCode: "spring", frequency: "monthly" });
  const open = await create({ amount: 3000 });
  const settle = {
    method: "POST",
    target: new URL(paid.donationLink).pathname,
    body: { outcome: "complete" },
  } as const;
  expect((await api.send(settle)).status).toBe(200);

  await page.reload();
  const table = page.getByRole("table", { name: "Donations" });
  await expect(table.locator("tbody tr")).toHaveCount(2);
  await expect(table.getByRole("row", { name: /\$30/ })).toContainText("Pending");
  await expect(async () => {
    await page.reload();
    await expect(table.getByRole("row", { name: /\$25\.50/ })).toContainText("Reward issued", { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await look(page, "full");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const [, ...rows] = readFileSync(await (await downloading).path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(rows.map((row) => row.split(",").slice(0, 7))).toEqual([
    [open.partnerDonationId, "Pending", "No reward", "american-red-cross", "30.00", "0.00", "USD"],
    [paid.partnerDonationId, "Completed", "Reward issued", "american-red-cross", "25.50", "0.00", "USD"],
  ]);

  await page.goto("/donations?status=EXPIRED");
  await expect(table.locator("tbody a[data-row-link]")).toHaveCount(0);
  await page.goto("/donations?referralCode=spring");
  await expect(table.locator("tbody a[data-row-link]")).toHaveCount(1);
  await table.locator("tbody a[data-row-link]").click();
  await expect(page).toHaveURL(new RegExp(`donation=${paid.partnerDonationId}`));
  const panel = page.getByRole("dialog", { name: "$25.50 to american-red-cross" });
  await expect(panel.getByRole("table", { name: "Payments" })).toContainText("Paid");
  await look(page, "panel");
  await panel.getByRole("link", { name: "Open action" }).click();
  await page.waitForURL("**/actions/*");

  // A shared address opens the panel of a donation that the list beside it does not show.
  await page.goto(`/donations?status=PENDING&donation=${paid.partnerDonationId}`);
  await expect(panel).toBeVisible();
  await page.goto(`/donations?donation=don_${"0".repeat(24)}`);
  await expect(page.getByRole("dialog").getByText("There is no such donation")).toBeVisible();
});
