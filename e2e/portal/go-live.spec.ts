import { becomePartner, expect, purchase, SUBMIT, signIn, test } from "@/e2e/support/fixtures";

test("production is asked for from the checklist, and a probe says how a receiver verifies", async ({
  page,
  api,
  receiver,
}) => {
  const partner = await becomePartner(api);
  const made = await api.as<{ id: string }>(partner.token, {
    method: "POST",
    target: "/v1/partner/webhooks",
    body: { url: receiver.url, receiveAllEvents: true },
  });
  expect(made.status, made.text).toBe(201);
  await signIn(page, partner);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Go-live" }).click();
  await page.waitForURL("**/go-live");
  await expect(page.getByRole("progressbar", { name: "Items passed or waived" })).toHaveAttribute("aria-valuenow", "0");
  await expect(page.getByRole("list").getByRole("listitem").filter({ hasText: "Not shown yet" })).toHaveCount(7);

  await page.getByRole("button", { name: `Probe webhook ${receiver.url}` }).click();
  const met = page.getByRole("status", { name: "What the probe met" });
  await expect(met.getByText("Answered 200")).toHaveCount(3, { timeout: 20_000 });
  expect(receiver.received.filter(({ event }) => event.data.probe === true)).toHaveLength(3);

  await page
    .getByRole("listitem", { name: /A pk_live_/ })
    .getByRole("link", { name: "Request production" })
    .click();
  await page.waitForURL("**/go-live/request");
  const form = page.getByRole("form", { name: "Request for production" });
  await form.getByRole("button", { name: "Request production" }).click();
  await expect(form.getByLabel("Legal entity")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByText("Write a whole number from 0 to 1,000,000,000.")).toBeVisible();
  await form.getByLabel("Legal entity").fill("Newcomer Goods, Inc.");
  await form.getByLabel("Use case").fill("Customers earn tokens for purchases and give them to a cause.");
  await form.getByLabel("Actions a month").fill("40,000");
  await form.getByLabel("Action types").fill("PURCHASE\nREFERRAL");
  await form.getByLabel("Who that is 1").fill("Who buys in the shop");
  await form.getByLabel("Webhook URL").fill("https://newcomer.example/webhooks");
  await form.getByRole("button", { name: "Request production" }).click();
  await page.waitForURL("**/go-live");
  await expect(page.getByRole("region", { name: "Production access" })).toContainText("Requested");
});

test("a fault set in the portal meets a signed call, the checklist sees how it was taken, and a reset begins anew", async ({
  page,
  api,
}) => {
  const partner = await becomePartner(api);
  await signIn(page, partner);
  await page.goto("/go-live");
  await page.getByRole("link", { name: "Set rate limit" }).click();
  await page.waitForURL("**/sandbox-tools?*");
  const form = page.getByRole("form", { name: "Fault" });
  await form.getByLabel("Path").selectOption("/v1/partner/actions");
  await form.getByLabel("Retry-After").fill("1");
  await form.getByRole("button", { name: "Set fault" }).click();
  const faults = page.getByRole("table", { name: "Faults" });
  await expect(faults.getByText("1 of 1 left")).toBeVisible();

  const submit = () => api.signed(partner.keys, { ...SUBMIT, body: purchase("order-1") });
  expect((await api.signed(partner.keys, { target: "/v1/partner/users" })).status).toBe(200);
  const refused = await submit();
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "1"]);
  await expect(faults.getByText("Used up")).toBeVisible({ timeout: 10_000 });
  // What the answer asks of a client.
  const isOver = Date.now() + 1_500;
  await expect.poll(() => Date.now()).toBeGreaterThan(isOver);
  expect((await submit()).status).toBe(200);

  await page.goto("/go-live");
  const item = page.getByRole("listitem", { name: /^Retries and rate-limit/ });
  await expect(item).toContainText("After a 429 the wait was kept, and a call succeeded.", { timeout: 20_000 });
  await expect(item).toContainText(String(refused.headers["x-request-id"]));

  await page.goto("/sandbox-tools");
  await page.getByRole("button", { name: "Reset sandbox" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Reset the sandbox?" });
  await expect(dialog.getByRole("button", { name: "Reset sandbox" })).toBeDisabled();
  const info = await api.as<{ slug: string }>(partner.token, { target: "/v1/partner/keys/partner-info" });
  await dialog.getByRole("textbox").fill(info.body.slug);
  await dialog.getByRole("button", { name: "Reset sandbox" }).click();
  await expect(page.getByText("The sandbox begins anew")).toBeVisible();
  await expect(page.getByText("No faults set")).toBeVisible();
  const pools = await api.signed<{ data: { status: string; balance: number }[] }>(partner.keys, {
    target: "/v1/partner/token-pools",
  });
  expect(pools.body.data.filter(({ status }) => status === "ACTIVE")).toMatchObject([{ balance: 100_000 }]);
});
