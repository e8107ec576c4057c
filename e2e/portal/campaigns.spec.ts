import { becomePartner, expect, signIn, test } from "@/e2e/support/fixtures";

test("a campaign is written with a preview, activated, tried and paused", async ({ page, api }) => {
  const partner = await becomePartner(api);
  await signIn(page, partner);
  await page.goto("/campaigns");
  await page.getByRole("link", { name: "Create campaign" }).first().click();

  const preview = page.getByRole("region", { name: "Preview" });
  await page.getByLabel("Name").fill("Trees for orders");
  await page.getByLabel("PURCHASE").check();
  for (const [n, [type, share]] of [
    ["CUSTOMER", "60"],
    ["NONPROFIT", "25"],
    ["EMPLOYEE", "10"],
  ].entries()) {
    await page.getByRole("button", { name: "Add split" }).click();
    await page.getByLabel(`Type of split ${n + 1}`).selectOption(type!);
    await page.getByLabel(`Share of split ${n + 1} in per cent`).fill(share!);
  }
  await page.getByRole("button", { name: "Create campaign" }).click();
  await expect(page.getByText("Give out 100 %: 5 % is not given to anybody yet.")).toBeVisible();

  await page.getByLabel("Share of split 3 in per cent").fill("15");
  await expect(page.getByText("The shares add up to 100 %.")).toBeVisible();
  await expect(preview.getByLabel("Tokens by stakeholder")).toContainText(/CUSTOMER30NONPROFIT13EMPLOYEE7/);
  await preview.getByLabel("How many of EMPLOYEE").selectOption("0");
  await expect(preview.getByLabel("Tokens by stakeholder")).toContainText("Stays in the pool7");
  await page.getByRole("button", { name: "Create campaign" }).click();

  await expect(page.getByRole("heading", { name: "Trees for orders" })).toBeVisible();
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Activate campaign" }).click();
  await expect(page.getByText("Active", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Try an action" }).click();
  const dialog = page.getByRole("dialog", { name: "Try an action" });
  await dialog.getByRole("button", { name: "Remove stakeholder 3" }).click();
  await dialog.getByRole("button", { name: "Try action" }).click();
  await expect(dialog.getByText("None. A submit would be accepted.")).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Preview" })).toContainText("Stays in the pool7");
  await expect(dialog.getByText("100,000 → 99,957")).toBeVisible();
  await dialog.getByRole("button", { name: "Close window" }).click();

  await page.getByRole("button", { name: "Pause campaign" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Try an action" }).click();
  await dialog.getByRole("button", { name: "Try action" }).click();
  await expect(dialog.getByRole("region", { name: "Errors" })).toContainText("CAMPAIGN_NOT_ACTIVE");
});
