import { becomePartner, expect, purchase, SUBMIT, signIn, test } from "@/e2e/support/fixtures";

test("the dashboard's figures agree with the API, and its period is chosen, dragged and shared", async ({
  page,
  api,
}) => {
  const partner = await becomePartner(api);
  await signIn(page, partner);
  await page.goto("/dashboard");
  await expect(page.getByText("Nothing was rewarded in this environment yet")).toBeVisible();

  for (const [n, user] of ["cust-1", "cust-2", "cust-1"].entries()) {
    const answer = await api.signed(partner.keys, { ...SUBMIT, body: purchase(`order-${n}`, user, 1_000) });
    expect(answer.status, answer.text).toBe(200);
  }
  await page.goto("/dashboard?period=24h");
  const figure = (label: string) => page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
  await expect(figure("Actions")).toContainText("3 completed, 0 failed, 0 reversed");
  await expect(figure("Tokens, net")).toContainText("3,000");
  await expect(figure("Active users")).toContainText("of 2, 2 new");
  await expect(page.getByRole("link", { name: "PURCHASE" })).toBeVisible();

  await page.getByRole("button", { name: "Show table of Tokens" }).click();
  const table = page.getByRole("region", { name: "Tokens by hour, in UTC" });
  await expect(table.getByRole("row")).toHaveCount(25);
  await expect(table.getByRole("row").last()).toContainText(/3,000|0/);

  await page.getByRole("button", { name: "90 days" }).click();
  await expect(page).toHaveURL(/period=90d/);
  await expect(page.getByRole("heading", { name: "Actions by day" })).toBeVisible();

  const drawing = page.getByRole("region", { name: "Actions by day" }).locator("figure svg").first();
  await drawing.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await drawing.boundingBox())!;
  await page.mouse.move(x + width * 0.8, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.9, y + height / 2, { steps: 5 });
  await page.mouse.move(x + width - 3, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*&to=|to=.*&from=/);
  await expect(figure("Actions")).toContainText("3 completed");
  await page.reload();
  await expect(page.getByText(/^Custom range: /)).toBeVisible();

  await page.getByRole("button", { name: /^Remove filter Custom range/ }).click();
  await expect(page.getByRole("button", { name: "90 days" })).toHaveAttribute("aria-pressed", "true");
  await figure("Actions").getByRole("link").click();
  await page.waitForURL("**/actions?*");
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText("1-3 of 3");
});
