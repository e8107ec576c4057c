import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "@playwright/test";
import {
  becomePartner,
  expect,
  invitationFor,
  newAddress,
  newEmail,
  purchase,
  SUBMIT,
  signIn,
  signInAsAdmin,
  test,
} from "@/e2e/support/fixtures";
import type { ApiClient, Credentials } from "@/e2e/support/signing-client";

test.use({ actionTimeout: 15_000 });

const COLLEAGUE = "colleague@portico.example";
const PASSWORD = "a pass phrase of some length";
const REASON = "As agreed with the partner";

type Applicant = { name: string; email: string };

const newApplicant = (): Applicant => ({ name: `Harbour Cycles ${randomBytes(3).toString("hex")}`, email: newEmail() });

/** Another person, in a browser and at an address of their own. */
async function somebodyElse(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  return context.newPage();
}

async function sendInquiry(page: Page, { name, email }: Applicant): Promise<string> {
  await page.goto("/");
  await page.getByRole("link", { name: "Request partnership" }).first().click();
  await page.waitForURL("**/inquire");
  const form = page.getByRole("form", { name: "Inquiry" });
  await form.getByLabel("Partner name").fill(name);
  await form.getByLabel("Legal entity").fill(`${name}, Inc.`);
  await form.getByLabel("Contact", { exact: true }).fill("Robin Rider");
  await form.getByLabel("Contact e-mail").fill(email);
  await form.getByLabel("Use case").fill("Riders earn tokens for every repair and for lending their cargo bikes.");
  await form.getByLabel("Actions a month").fill("9,000");
  await form.getByLabel("Action types").fill("PURCHASE\nREFERRAL");
  await form.getByRole("button", { name: "Send inquiry" }).click();
  await page.getByRole("link", { name: "Open status page" }).click();
  await page.waitForURL("**/inquiries/inq_*");
  await expect(page.getByText(name).first()).toBeVisible();
  return page.url();
}

async function confirm(dialog: Locator, label: string, reason = REASON): Promise<void> {
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: label, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The inquiry's page, of those who decide on it. */
async function openInquiry(page: Page, { name }: Applicant): Promise<void> {
  await page.goto(`/admin/queue?search=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).first().click();
  await page.getByRole("link", { name: "Open page" }).click();
  await page.waitForURL("**/admin/inquiries/*");
}

async function requestChanges(page: Page, applicant: Applicant): Promise<void> {
  await openInquiry(page, applicant);
  await page.getByRole("button", { name: "Request changes" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("About").selectOption({ label: "Webhook URL" });
  await dialog.getByLabel("Comment").fill("Where are events to go?");
  await confirm(dialog, "Request changes");
}

async function resubmit(page: Page, statusPage: string): Promise<void> {
  await page.goto(statusPage);
  const form = page.getByRole("form", { name: "Changed inquiry" });
  await expect(form.getByText("Where are events to go?")).toBeVisible();
  await form.getByRole("textbox", { name: "Webhook URL" }).fill("https://harbour.example/webhooks");
  await form.getByRole("button", { name: "Send changed inquiry" }).click();
  await expect(page.getByText("In review").first()).toBeVisible();
}

async function approveInquiry(page: Page, applicant: Applicant): Promise<void> {
  await openInquiry(page, applicant);
  await page.getByRole("button", { name: "Approve" }).click();
  await confirm(page.getByRole("alertdialog"), "Approve inquiry");
}

async function recordContract(page: Page, applicant: Applicant): Promise<void> {
  await openInquiry(page, applicant);
  await page.getByRole("button", { name: "Record contract" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Contract signed on").fill("2026-01-12");
  await dialog.getByLabel("Acceptable use accepted on").fill("2026-01-12");
  await dialog.getByLabel("KYB").selectOption("VERIFIED");
  await dialog.getByLabel("Registration number").fill("HRB 204417");
  await dialog.getByLabel("Country").fill("DE");
  await confirm(dialog, "Record contract");
}

/** Returns the address of the new partner's page. */
async function createPartner(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Create partner" }).click();
  await confirm(page.getByRole("alertdialog"), "Create partner");
  await page.waitForURL(/\/admin\/partners\/[0-9a-f]{24}$/);
  await expect(page.getByText("Pending approval").first()).toBeVisible();
  return page.url();
}

/** Creates a pair and keeps its secrets from the file that is offered once. */
async function createKey(page: Page, partnerPage: string, environment: "sandbox" | "production"): Promise<Credentials> {
  await page.goto(`${partnerPage}/keys`);
  await page.getByRole("button", { name: "Create key" }).first().click();
  const dialog = page.getByRole("dialog", { name: /^Create key/ });
  await dialog.getByLabel("Name").fill(`Backend ${environment}`);
  await dialog.getByLabel("Environment").selectOption(environment);
  await dialog.getByLabel("Reason").fill(REASON);
  await dialog.getByRole("button", { name: "Create key" }).click();
  const reveal = page.getByRole("dialog", { name: `Key “Backend ${environment}” created` });
  const downloading = page.waitForEvent("download");
  await reveal.getByRole("button", { name: /^Download .*\.env$/ }).click();
  const lines = readFileSync(await (await downloading).path(), "utf8")
    .trim()
    .split("\n");
  const values = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<string, string>;
  await reveal.getByRole("button", { name: "Close window" }).click();
  return {
    publicKey: values.PORTICO_PUBLISHABLE_KEY!,
    secretKey: values.PORTICO_SECRET_KEY,
    hmacSecret: values.PORTICO_HMAC_SECRET,
  };
}

async function openPool(page: Page, partnerPage: string, environment: string, tokens: string): Promise<void> {
  await page.goto(`${partnerPage}/pools`);
  await page.getByRole("button", { name: "Open pool" }).click();
  const dialog = page.getByRole("dialog", { name: /^Open a pool/ });
  await dialog.getByLabel("Environment").selectOption(environment);
  await dialog.getByLabel("First tokens").fill(tokens);
  await confirm(dialog, "Open pool");
}

async function moveTo(page: Page, partnerPage: string, label: string): Promise<void> {
  await page.goto(partnerPage);
  await page.getByRole("button", { name: "Change status" }).click();
  await page.getByRole("menuitem", { name: `${label}…`, exact: true }).click();
  await confirm(page.getByRole("alertdialog"), label);
}

async function joinTeam(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("First name").fill("Hanna");
  await page.getByLabel("Last name").fill("Harbour");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: /join/i }).click();
  await page.waitForURL("**/home");
}

/** What the checklist wants to see of a backend: distinct actions, a true replay, a wait kept, a retry that succeeds. */
async function workInSandbox(api: ApiClient, keys: Credentials, email: string): Promise<void> {
  const login = await api.send<{ accessToken: string }>({
    method: "POST",
    target: "/v1/partner/auth/login",
    body: { email, password: PASSWORD },
  });
  const fault = (body: object) =>
    api.as(login.body.accessToken, { method: "POST", target: "/v1/partner/sandbox/faults", body });
  const submit = (n: number) => api.signed(keys, { ...SUBMIT, body: purchase(`ride-${n}`, "cust-1", 10 + n) });
  for (let n = 1; n <= 10; n += 1) expect((await submit(n)).status).toBe(200);
  expect((await submit(10)).headers["x-idempotent-replay"]).toBe("true");

  expect((await fault({ kind: "RATE_LIMIT", count: 1, retryAfterSeconds: 1 })).status).toBe(201);
  expect((await submit(11)).status).toBe(429);
  const isOver = Date.now() + 1_500;
  await expect.poll(() => Date.now()).toBeGreaterThan(isOver);
  expect((await submit(11)).status).toBe(200);

  expect((await fault({ kind: "SERVER_ERROR", count: 1 })).status).toBe(201);
  expect((await submit(12)).status).toBe(500);
  expect((await submit(12)).status).toBe(200);
}

/** Decides, as the second administrator, on everything that waits for this partner. */
async function approveAll(page: Page, name: string, titles: readonly string[]): Promise<void> {
  await page.goto("/admin/approvals");
  for (const title of titles) {
    const item = page.getByRole("listitem", { name: `${title}, ${name}` }).first();
    await item.getByRole("button", { name: /^Approve/ }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByLabel("Reason").fill("Looked at, and it is right");
    await dialog.getByRole("button", { name: /^Approve/ }).click();
    await expect(dialog).toBeHidden();
  }
}

async function act(page: Page, partnerPage: string, button: string, label: string, name?: string): Promise<void> {
  await page.goto(`${partnerPage}/go-live`);
  await page.getByRole("button", { name: button, exact: true }).first().click();
  const dialog = page.getByRole("alertdialog");
  if (name) await dialog.getByLabel(/^Type/).fill(name);
  await confirm(dialog, label);
  await expect(page.getByText("Waiting for a second pair of eyes").first()).toBeVisible();
}

async function waive(page: Page, partnerPage: string, item: RegExp): Promise<void> {
  await page.goto(`${partnerPage}/go-live`);
  await page.getByRole("listitem", { name: item }).getByRole("button", { name: "Waive item" }).click();
  await confirm(page.getByRole("alertdialog"), "Waive item");
}

test("a partnership, from the inquiry to the first live reward", async ({ page, api, browser, baseURL }) => {
  test.setTimeout(600_000);
  const applicant = newApplicant();
  const [outside, reviewer, second] = await Promise.all([1, 2, 3].map(() => somebodyElse(browser, baseURL!)));

  const statusPage = await sendInquiry(outside!, applicant);
  await signInAsAdmin(reviewer!, "reviewer@portico.example");
  await requestChanges(reviewer!, applicant);
  await resubmit(outside!, statusPage);
  await approveInquiry(reviewer!, applicant);

  await signInAsAdmin(page);
  await recordContract(page, applicant);
  const partnerPage = await createPartner(page);
  const keys = await createKey(page, partnerPage, "sandbox");
  const early = await api.signed(keys, { target: "/v1/partner/users" });
  expect([early.status, early.body.code]).toEqual([401, "PARTNER_NOT_ACTIVE"]);
  await openPool(page, partnerPage, "sandbox", "50,000");
  await moveTo(page, partnerPage, "Activate partner");

  await joinTeam(outside!, await invitationFor(api, applicant.email));
  await workInSandbox(api, keys, applicant.email);
  await outside!.goto("/dashboard");
  await expect(outside!.getByRole("main")).toContainText("PURCHASE");

  // The platform asked for production itself: the intake was whole. One administrator asks, another one decides.
  await signInAsAdmin(second!, COLLEAGUE);
  await act(page, partnerPage, "Approve access", "Approve access");
  await page.goto("/admin/approvals");
  await expect(
    page.getByRole("listitem", { name: new RegExp(applicant.name) }).getByText("another administrator must decide"),
  ).toBeVisible();
  await approveAll(second!, applicant.name, ["Approve production access"]);

  const live = await createKey(page, partnerPage, "production");
  expect((await api.signed(live, { target: "/v1/partner/users" })).status).toBe(200);
  await openPool(page, partnerPage, "production", "250,000");
  await approveAll(second!, applicant.name, ["Open a production pool"]);
  const tooEarly = await api.signed(live, { ...SUBMIT, body: purchase("live-1") });
  expect([tooEarly.status, tooEarly.body.code]).toEqual([403, "GO_LIVE_INCOMPLETE"]);

  // Its receiver is not reachable from here, so two items are done without.
  await waive(page, partnerPage, /webhook URL/i);
  await waive(page, partnerPage, /X-SIR-Signature/);
  await approveAll(second!, applicant.name, ["Waive a checklist item", "Waive a checklist item"]);
  await expect(async () => {
    await page.goto(`${partnerPage}/go-live`);
    await expect(page.getByRole("button", { name: "Cut over" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Waive item" })).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await act(page, partnerPage, "Cut over", "Cut over", applicant.name);
  await approveAll(second!, applicant.name, ["Cut over to production"]);

  const reward = await api.signed(live, { ...SUBMIT, body: purchase("live-1") });
  expect([reward.status, reward.body.tokensDistributed], reward.text).toEqual([200, 50]);
  await outside!.goto("/go-live");
  await expect(outside!.getByRole("region", { name: "Production access" })).toContainText("Live");
  await page.goto(`${partnerPage}/timeline`);
  await expect(page.getByRole("main")).toContainText("colleague@portico.example");
  await Promise.all([outside, reviewer, second].map((one) => one!.context().close()));
});

test("an inquiry is refused, and the applicant reads why", async ({ page, browser, baseURL }) => {
  const applicant = newApplicant();
  const outside = await somebodyElse(browser, baseURL!);
  const statusPage = await sendInquiry(outside, applicant);
  await signInAsAdmin(page, "reviewer@portico.example");
  await openInquiry(page, applicant);
  await page.getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Note").fill("We work with shops in other regions at present.");
  await confirm(dialog, "Reject inquiry");

  await outside.goto(statusPage);
  await expect(outside.getByText("We work with shops in other regions at present.")).toBeVisible();
  await expect(outside.getByRole("form", { name: "Changed inquiry" })).toHaveCount(0);
  await expect(outside.getByRole("button", { name: /withdraw/i })).toHaveCount(0);
  await outside.context().close();
});

test("a suspension says first what it would refuse, and holds from its answer on", async ({
  page,
  api,
  browser,
  baseURL,
}) => {
  const partner = await becomePartner(api);
  const submit = (key: string) => api.signed(partner.keys, { ...SUBMIT, body: purchase(key) });
  for (const key of ["order-1", "order-2", "order-3"]) expect((await submit(key)).status).toBe(200);
  const info = await api.as<{ id: string; name: string }>(partner.token, { target: "/v1/partner/keys/partner-info" });

  await signInAsAdmin(page);
  await expect(async () => {
    await page.goto(`/admin/partners/${info.body.id}`);
    await page.getByRole("button", { name: "Change status" }).click();
    await page.getByRole("menuitem", { name: "Suspend partner" }).click();
    await expect(page.getByRole("alertdialog")).toContainText(/3 calls/, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await confirm(page.getByRole("alertdialog"), "Suspend partner", "Repeated submissions for the same order");
  const refused = await submit("order-4");
  expect([refused.status, refused.body.code]).toEqual([401, "PARTNER_SUSPENDED"]);

  const owner = await somebodyElse(browser, baseURL!);
  await signIn(owner, partner);
  await expect(owner.getByRole("main")).toContainText(/suspended/i);
  await moveTo(page, `/admin/partners/${info.body.id}`, "Activate partner");
  expect((await submit("order-4")).status).toBe(200);
  await owner.context().close();
});
