import { becomePartner, expect, signIn, test } from "@/e2e/support/fixtures";

test("a user is created, found, edited and made inactive, as the API then says", async ({ page, api }) => {
  const partner = await becomePartner(api);
  await signIn(page, partner);
  await page.goto("/users?create=true");
  const form = page.getByRole("dialog", { name: "Create sandbox user" });
  await form.getByLabel("External ID").fill("cust-7");
  await form.getByLabel("E-mail address").fill("jane@example.org");
  await form.getByLabel("Metadata").fill('{"store": "Old Town", "visits": 3}');
  await form.getByRole("button", { name: "Create user" }).click();
  await page.waitForURL("**/users/cust-7");
  await expect(page.getByRole("heading", { level: 1, name: "User cust-7" })).toBeVisible();

  await page.goto("/users?create=true");
  await form.getByLabel("External ID").fill("cust-7");
  await form.getByRole("button", { name: "Create user" }).click();
  await expect(form.getByText("A user with this ID and other details exists.")).toBeVisible();
  await form.getByRole("button", { name: "Cancel" }).click();

  await page.getByLabel("Search by ID or e-mail").fill("jane@");
  await page.waitForURL(/jane/);
  await page.getByRole("link", { name: "cust-7" }).click();
  await page.getByRole("button", { name: "Edit user" }).click();
  const edit = page.getByRole("dialog", { name: "Edit user" });
  await edit.getByLabel("Status").selectOption("INACTIVE");
  await edit.getByLabel("First name").fill("Jane");
  await edit.getByLabel("E-mail address").fill("");
  await edit.getByLabel("Metadata").fill('{"visits": 4}');
  await edit.getByRole("button", { name: "Save user" }).click();
  await expect(page.getByText("Inactive users receive no rewards.")).toBeVisible();

  const { body } = await api.signed(partner.keys, { target: "/v1/partner/users/cust-7" });
  expect(body).toMatchObject({ status: "INACTIVE", firstName: "Jane", email: null, metadata: { visits: 4 } });
  expect(body).not.toHaveProperty("metadata.store");
});
