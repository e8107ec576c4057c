import { becomePartner, expect, purchase, SUBMIT, signIn, test } from "@/e2e/support/fixtures";
import { isGenuine, isStandard } from "@/e2e/support/webhook-receiver";

test("a webhook is tested, edited, rotated, and what failed is sent again", async ({ page, api, receiver }) => {
  test.setTimeout(120_000);
  const partner = await becomePartner(api);
  const made = await api.signed<{ id: string; secret: string }>(partner.keys, {
    method: "POST",
    target: "/v1/partner/webhooks",
    body: { url: receiver.url, eventTypes: ["action.completed"] },
  });
  expect(made.status, made.text).toBe(201);
  await signIn(page, partner);
  await page.goto(`/webhooks/${made.body.id}`);

  await page.getByRole("button", { name: "Send test event" }).click();
  const tester = page.getByRole("dialog", { name: "Send test event" });
  await tester.getByRole("button", { name: "Send test event" }).click();
  await expect(tester.getByRole("status").filter({ hasText: "Attempt 1" })).toContainText("200");
  const sample = await receiver.waitFor(({ event }) => event.type === "webhook.test");
  expect(isGenuine(sample, made.body.secret)).toBe(true);
  expect(isStandard(sample, made.body.secret)).toBe(true);
  await tester.getByRole("button", { name: "Close window" }).click();

  await page.getByRole("button", { name: "Edit webhook" }).click();
  const form = page.getByRole("dialog", { name: "Edit webhook" });
  await form.getByLabel("Description").fill("The till's receiver");
  await form.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("The till's receiver")).toBeVisible();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Rotate secret" }).click();
  await page.getByRole("button", { name: "Rotate secret" }).click();
  const reveal = page.getByRole("dialog", { name: "Save the signing secret" });
  const downloading = page.waitForEvent("download");
  await reveal.getByRole("button", { name: /^Download .*\.env$/ }).click();
  await downloading;
  await reveal.getByRole("button", { name: "Close window" }).click();

  receiver.answerWith(410);
  await api.signed(partner.keys, { ...SUBMIT, body: purchase("order-1") });
  const gone = await receiver.waitFor(({ event }) => event.data.idempotencyKey === "order-1");
  expect(isGenuine(gone, made.body.secret), "the former secret signs no longer by itself").toBe(false);
  expect(gone.headers["x-sir-signature-previous"]).toBeDefined();
  expect(isStandard(gone, made.body.secret), "the former secret still verifies").toBe(true);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("This webhook is turned off")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });

  receiver.answerWith(200);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Turn on" }).click();
  await expect(page.getByText("This webhook is turned off")).toBeHidden();
  await page
    .getByRole("table", { name: "Deliveries" })
    .getByRole("row", { name: /action\.completed.*Failed/ })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: "Redeliver event" }).click();
  await expect(page.getByRole("dialog", { name: /^Delivery/ })).toContainText("It failed before and succeeded now.", {
    timeout: 20_000,
  });
  const bodies = receiver.received.filter(({ event }) => event.id === gone.event.id).map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(1);
  expect(new Set(bodies).size).toBe(1);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Replay events" }).click();
  const replay = page.getByRole("dialog", { name: "Replay events" });
  await replay.getByLabel("What").selectOption("range");
  await replay.getByRole("button", { name: /^Replay \d+ events?$/ }).click();
  await expect(replay).toBeHidden();
  await page.goto("/webhooks");
  await expect(page.getByLabel("Events of the last 90 days")).toContainText("Committed events");
});
