import { randomBytes } from "node:crypto";
import { expect, signInAsAdmin, test } from "@/e2e/support/fixtures";
import { findFreePort, startServer } from "@/e2e/support/server-process";

type Usage = { data: { totals: { requests: number } } };

test("a client is created, given a key, judged by its calls, promoted and paused", async ({ page, api }) => {
  const name = `Birch finder ${randomBytes(3).toString("hex")}`;
  await signInAsAdmin(page);
  await page.getByRole("link", { name: "API clients" }).click();
  await page.waitForURL("**/admin/api-clients");
  await expect(page.getByRole("link", { name: "Acme senior finder" })).toBeVisible();

  await page.getByRole("button", { name: "Create client" }).click();
  const creation = page.getByRole("dialog", { name: "Create API client" });
  await creation.getByLabel("Name").fill(name);
  await creation.getByLabel("Owner").selectOption({ label: "Acme" });
  await creation.getByLabel("Reason").fill("Asked for by Acme");
  await creation.getByRole("button", { name: "Create client" }).click();
  await page.waitForURL(/\/admin\/api-clients\/api-client-[0-9a-f-]+\/keys$/);
  const client = page.url().replace(/\/keys$/, "");

  // The secret is in the page once, masked until it is asked for.
  await page.getByRole("button", { name: "Create key" }).first().click();
  const keying = page.getByRole("dialog", { name: `Create key for “${name}”` });
  await keying.getByLabel("Name").fill("Staging server");
  await keying.getByLabel("Reason").fill("First key");
  await keying.getByRole("button", { name: "Create key" }).click();
  const shown = page.getByRole("dialog", { name: "Key “Staging server” created" });
  await expect(shown.getByText("tsg_live_")).toBeVisible();
  await shown.getByRole("button", { name: "Reveal API key" }).click();
  const secret = /tsg_live_[A-Za-z0-9_-]{32}/.exec((await shown.textContent())!)![0];
  const file = page.waitForEvent("download");
  await shown.getByRole("button", { name: /^Download .*\.env$/ }).click();
  expect((await file).suggestedFilename()).toBe("portico-staging-server-sandbox.env");
  await shown.getByRole("button", { name: "Close window" }).click();
  await expect(page.getByText("tsg_live...")).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);

  // Nothing has been called: the review names it.
  await page.goto(`${client}/production`);
  await expect(page.getByText("Blocked: one check is open")).toBeVisible();
  await expect(page.getByRole("list", { name: "Checks" })).toContainText("Have its owner make a first call");
  await expect(page.getByRole("button", { name: "Promote client" })).toBeDisabled();

  const headers = { "x-senior-guru-api-key": secret };
  const call = () => api.send<Usage & { code?: string }>({ target: "/api/v1/partner/usage", headers });
  const first = await call();
  expect(first.status, first.text).toBe(200);
  expect(first.headers["x-senior-guru-sandbox"]).toBe("true");

  await page.goto(`${client}/usage`);
  await expect(page.getByRole("table", { name: "Top events" })).toContainText("partner.usage.summary");
  const csv = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  expect((await csv).suggestedFilename()).toMatch(/^senior-guru-api-usage-30d-.*\.csv$/);

  await page.goto(`${client}/production`);
  await expect(page.getByText("Ready for the owner's approval")).toBeVisible();
  await page.goto(`${client}/audit`);
  await expect(page.getByRole("table", { name: "Audit events" })).toContainText("partner.usage.summary");
  await expect(page.getByText("api_client.production_promotion_reviewed")).toHaveCount(0);
  await page.goto(`${client}/production`);
  await page.getByRole("button", { name: "Record review" }).click();
  await expect(page.getByText("Review recorded")).toBeVisible();
  await page.getByRole("button", { name: "Promote client" }).click();
  const promotion = page.getByRole("alertdialog");
  await promotion.getByRole("checkbox", { name: "The owner approved this promotion" }).check();
  await promotion.getByLabel("Approval notes").fill("Approved by Olivia Okafor by mail");
  await promotion.getByLabel(/^Type/).fill(name);
  await promotion.getByRole("button", { name: "Promote client" }).click();
  await expect(page.getByText("This client is live")).toBeVisible();
  expect((await call()).headers["x-senior-guru-sandbox"]).toBe("false");

  await page.getByRole("button", { name: "Pause client" }).click();
  const pause = page.getByRole("alertdialog", { name: `Pause client “${name}”?` });
  await pause.getByLabel("Reason").fill("Asked for by Acme");
  await pause.getByRole("button", { name: "Pause client" }).click();
  await expect(page.getByText(`Client “${name}” paused`)).toBeVisible();
  const refused = await call();
  expect([refused.status, refused.body.code]).toEqual([403, "client_inactive"]);

  await page.getByRole("link", { name: "Audit", exact: true }).last().click();
  await expect(page.getByRole("table", { name: "Audit events" })).toContainText("api_client.production_promoted");
  await expect(page.getByText("api_client.production_promotion_reviewed")).toHaveCount(1);
});

test("a reviewer rejects a claim by the keyboard and is told why a sandbox claim cannot be approved", async ({
  page,
}) => {
  await signInAsAdmin(page, "reviewer@portico.example");
  await page.goto("/admin/claims");
  const claims = page.getByRole("table", { name: "Claims" });
  const sandboxed = claims.getByRole("row").filter({ hasText: "Sandbox" }).first();
  await sandboxed.getByRole("link").click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("It was made in sandbox mode")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "Reject" })).toBeVisible();
  await page.keyboard.press("r");
  const rejection = page.getByRole("alertdialog", { name: /^Reject the claim of/ });
  await rejection.getByLabel("Reason").fill("Made for a test");
  await rejection.getByRole("button", { name: "Reject claim" }).click();
  await expect(page.getByText(/^Claim of .* rejected$/)).toBeVisible();
});

test("an administrator enters an event, mends it and publishes it once the content policy allows it", async ({
  page,
}) => {
  const title = `Memory café ${randomBytes(3).toString("hex")}`;
  await signInAsAdmin(page);
  await page.goto("/admin/content?kind=events");
  await page.getByRole("button", { name: "Create event" }).click();
  const creation = page.getByRole("dialog", { name: "Create event" });
  await creation.getByRole("button", { name: "Create event" }).click();
  await expect(creation.getByText("Fill this in.").first()).toBeVisible();
  await creation.getByLabel("Title").fill(title);
  await creation.getByLabel("Type").fill("social");
  await creation.getByLabel("Starts").fill("2030-06-01T16:00");
  await creation.getByLabel("Ends").fill("2030-06-01T18:00");
  await creation.getByLabel("Reason").fill("Asked for by the house");
  await creation.getByRole("button", { name: "Create event" }).click();
  await expect(page.getByText("Event created")).toBeVisible();

  const row = page.getByRole("table", { name: "Events" }).getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("Hidden");
  const act = async (entry: string) => {
    await row.getByRole("button", { name: `Actions for ${title}` }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  const edit = async (description: string) => {
    await act("Edit event…");
    const editing = page.getByRole("dialog", { name: `Edit event “${title}”` });
    await expect(editing.getByLabel("Type")).toHaveValue("social");
    await editing.getByLabel("Description").fill(description);
    await editing.getByLabel("Reason").fill("As they wrote it");
    await editing.getByRole("button", { name: "Save changes" }).click();
    return editing;
  };
  const refused = await edit("Call <b>now</b>");
  await expect(refused.getByRole("alert")).toContainText("The content policy does not allow markup here.");
  await refused.getByRole("button", { name: "Leave as it is" }).click();
  await edit("Coffee and cake for all.");
  await expect(page.getByText(`“${title}” changed`)).toBeVisible();

  await act("Change status…");
  const moving = page.getByRole("dialog", { name: `Change status of event “${title}”` });
  await expect(moving.getByText("Coffee and cake for all.")).toBeVisible();
  await moving.getByLabel("New status").selectOption({ label: "Published" });
  await moving.getByLabel("Reason").fill("It is ready");
  await moving.getByRole("button", { name: "Change status" }).click();
  await expect(row).toContainText("Visible to partners");
});

test("each attempt of a failed delivery is shown, and what the scheduler makes of it", async ({ page }) => {
  await signInAsAdmin(page);
  await page.goto("/admin/deliveries?status=failed");
  await page.getByRole("table", { name: "Deliveries" }).getByRole("link").first().click();
  const panel = page.getByRole("dialog", { name: /^Delivery of / });
  await expect(panel.getByText("Attempt 1", { exact: true })).toBeVisible();
  await expect(panel.getByText(/^\d[\d,]* ms$/).first()).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Retry scheduler" }).click();
  const scheduler = page.getByRole("dialog", { name: "Retry scheduler" });
  await expect(scheduler.getByRole("region", { name: "Failed and blocked deliveries" })).toContainText("attempt");
  // Nobody approved live mode here: it is said, and nothing can be run.
  await expect(scheduler.getByText("Preview only")).toBeVisible();
  await expect(scheduler.getByRole("button", { name: "Run scheduler" })).toHaveCount(0);
});

test("with an approval on record the scheduler is run from here, for a reason", async ({ browser }) => {
  const dataDir = process.env.E2E_DATA_DIR!;
  // The approval is a setting. Jobs that wait for another's queue keep the clock from running the scheduler first.
  const approved = await startServer({
    port: await findFreePort(0),
    logFile: `${dataDir}/approved-scheduler.log`,
    env: {
      PORTICO_DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      INNGEST_BASE_URL: "http://127.0.0.1:9",
      WEBHOOK_RETRY_CRON_MODE: "live",
      WEBHOOK_RETRY_CRON_LIVE_APPROVED: "true",
      WEBHOOK_RETRY_CRON_APPROVED_BY: "owner@portico.example",
      WEBHOOK_RETRY_CRON_APPROVED_AT: "2026-05-14T21:00:00.000Z",
    },
  });
  const page = await browser.newPage({ baseURL: approved.url });
  try {
    await signInAsAdmin(page);
    await page.goto("/admin/deliveries?status=failed");
    await page.getByRole("button", { name: "Retry scheduler" }).click();
    const scheduler = page.getByRole("dialog", { name: "Retry scheduler" });
    await expect(scheduler.getByText("What running it now does")).toBeVisible();
    await expect(scheduler.getByText("Would be sent again").first()).toBeVisible();

    const run = scheduler.getByRole("button", { name: "Run scheduler" });
    await run.click();
    await expect(scheduler.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
    await scheduler.getByLabel("Reason").fill("The house says its receiver is up again");
    await run.click();
    await expect(scheduler.getByText("The scheduler ran")).toBeVisible({ timeout: 60_000 });
    await expect(scheduler.getByText(/^\d+ deliver(y|ies) queued again/)).toBeVisible();
    await expect(run).toHaveCount(0);
    await scheduler.getByRole("button", { name: "Close window" }).click();

    // The demo's receiver does not exist, so that its deliveries have failed once more.
    await page.getByRole("table", { name: "Deliveries" }).getByRole("link").last().click();
    const panel = page.getByRole("dialog", { name: /^Delivery of / });
    await expect(panel.getByText("Attempt 2", { exact: true })).toBeVisible();
    await page.goto("/admin/audit");
    await expect(page.getByText("The house says its receiver is up again").first()).toBeVisible();
  } finally {
    await page.close();
    await approved.stop();
  }
});
