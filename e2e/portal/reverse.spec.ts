import { becomePartner, expect, purchase, SUBMIT, signIn, test } from "@/e2e/support/fixtures";

test("a refund takes its part back first, then all that is left, as was shown before", async ({ page, api }) => {
  const partner = await becomePartner(api);
  const stakeholders = ["cust-1", "cust-2"].map((partnerUserId) => ({
    stakeholderTypeCode: "CUSTOMER",
    partnerUserId,
  }));
  const body = { ...purchase("order-1"), stakeholders };
  const made = await api.signed<{ actionId: string }>(partner.keys, { ...SUBMIT, body });
  expect(made.status, made.text).toBe(200);
  await signIn(page, partner);
  await page.goto(`/actions/${made.body.actionId}`);

  await page.getByRole("button", { name: "Reverse action" }).click();
  const dialog = page.getByRole("alertdialog", { name: /^Reverse action/ });
  const taken = dialog.getByRole("region", { name: "What would be taken" });
  await expect(taken).toContainText("Back to the pool50 tokens");
  await dialog.getByLabel("What", { exact: true }).selectOption("amount");
  await dialog.getByLabel("Amount in USD").fill("60");
  await expect(dialog.getByText("Only 49.99 is left of the action.")).toBeVisible();
  await dialog.getByLabel("Amount in USD").fill("20.00");
  await expect(taken).toContainText(/cust-1 CUSTOMER−10 of 25/);
  await dialog.getByRole("button", { name: "Reverse action" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Partly reversed").first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Reversals" })).toContainText("Refund");

  await page.getByRole("button", { name: "Reverse action" }).click();
  await expect(dialog.getByText("All that is left: 29.99 USD")).toBeAttached();
  await expect(taken).toContainText("Back to the pool30 tokens");
  await dialog.getByRole("button", { name: "Reverse action" }).click();
  await expect(page.getByText("Reversed", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Reverse action" })).toBeHidden();

  await page.goto("/token-pool");
  await expect(page.getByLabel("Balance as a sum")).toContainText("Returned+50");
});
