import { expect, test } from "@/e2e/support/fixtures";

const LABELS = [
  ...["Base URL", "Authentication", "Webhook signing", "Events", "Endpoints"],
  ...["Webhook verification contract", "Sample signature", "SDK examples", "Sandbox onboarding", "API changelog"],
  ...["SDK package plan", "Sandbox evidence export", "Response envelope", "Response pagination"],
  ...["Cursor evaluation", "Operations controls"],
];

test("a developer reads the page, searches it, and finds the same in the document", async ({ page, request }) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Directory API" }).click();
  await page.waitForURL("**/developers");
  await expect(page.getByRole("main").getByText("Partner developer platform").first()).toBeVisible();
  expect(await page.locator("main h2").allInnerTexts()).toEqual(LABELS);

  const answer = await request.get("/api/v1/partner/developer-docs");
  const { data } = await answer.json();
  const cards = page.locator("section[aria-labelledby=endpoints] li h3");
  await expect(cards).toHaveCount(data.endpoints.length);
  expect(data.endpoints).toHaveLength(38);
  await expect(page.locator("section[aria-labelledby=sandbox-onboarding] ol > li")).toHaveCount(31);
  await expect(page.getByText("Link health: passed")).toBeVisible();

  await page.getByRole("searchbox", { name: "Search endpoints" }).fill("newsroom get");
  await expect(page.getByText(/^6 of 38 operations$/)).toBeVisible();
  await expect(page).toHaveURL(/\?q=newsroom/);
  await page.getByRole("searchbox", { name: "Search endpoints" }).fill("nothing like it");
  await expect(page.getByText("No endpoint matches")).toBeVisible();

  const catalogue = await request.get("/api/v1/openapi");
  expect(await catalogue.json()).toMatchObject({ openapi: "3.1.0", info: { version: "0.1.0" } });
});
