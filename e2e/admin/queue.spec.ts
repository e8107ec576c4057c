import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, signInAsAdmin, test } from "@/e2e/support/fixtures";
import type { ApiClient } from "@/e2e/support/signing-client";

type Sent = { inquiryId: string; statusToken: string };

/** An inquiry as an organisation's own form could send it. */
async function sendInquiry(api: ApiClient, partnerName: string): Promise<Sent> {
  const answer = await api.send<Sent>({
    method: "POST",
    target: "/v1/partner/inquiries",
    body: {
      partnerName,
      legalEntity: `${partnerName} LLC`,
      contactName: "Ines Birch",
      contactEmail: "ines@birchstreet.example",
      useCaseSummary: "Readers earn tokens for each book they buy in one of our shops.",
      integrationModel: "SERVER_TO_SERVER",
      expectedMonthlyActionVolume: 12_000,
      actionTypes: ["PURCHASE"],
    },
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const newName = () => `Birch Street Books ${randomBytes(3).toString("hex")}`;

/** Types where the focus stands, then goes on with Tab until a control of this name has it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole("button", { name, exact: true });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to "${name}"`);
}

test("an inquiry is sent back, answered and approved, by the keyboard alone", async ({ page, api, browser }) => {
  const name = newName();
  const { inquiryId, statusToken } = await sendInquiry(api, name);
  await signInAsAdmin(page, "reviewer@portico.example");
  await page.goto(`/admin/queue?search=${encodeURIComponent(name)}`);
  await expect(page.getByRole("table", { name: "Inquiries" }).getByRole("link", { name })).toBeVisible();

  // The arrow opens the first one, and the address holds it.
  await page.keyboard.press("ArrowDown");
  const panel = page.getByRole("dialog", { name });
  await expect(panel.getByRole("button", { name: "Approve" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`inquiry=${inquiryId}`));

  await page.keyboard.press("c");
  const changes = page.getByRole("alertdialog", { name: `Request changes of “${name}”?` });
  await expect(changes.getByLabel("About")).toBeFocused();
  // A letter chooses in the list, and decides nothing: this is a field.
  await page.keyboard.type("Actions a");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Does this count the online shop as well?");
  for (const _ of ["Add comment", "Reason"]) await page.keyboard.press("Tab");
  await expect(changes.getByLabel("Reason")).toBeFocused();
  await page.keyboard.type("The volume looks low for six shops");
  await tabTo(page, "Request changes");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} sent back for changes`)).toBeVisible();
  await expect(panel.getByText("It waits for the applicant to send it again.")).toBeVisible();

  // The applicant, elsewhere.
  const elsewhere = await browser.newPage();
  await elsewhere.goto(`/inquiries/${inquiryId}?token=${statusToken}`);
  const form = elsewhere.getByRole("form", { name: "Changed inquiry" });
  await expect(form.getByRole("list", { name: "Comments on Actions a month" })).toContainText("the online shop");
  await form.getByRole("textbox", { name: "Actions a month" }).fill("95,000");
  await form.getByRole("button", { name: "Send changed inquiry" }).press("Enter");
  await expect(elsewhere.getByText("In review").first()).toBeVisible();
  await elsewhere.close();

  await page.reload();
  await expect(panel.getByRole("list", { name: "Resubmissions" })).toContainText("95,000");
  await expect(panel.getByRole("list", { name: "Resubmissions" }).locator("del")).toHaveText("12,000");
  await page.keyboard.press("a");
  const approval = page.getByRole("alertdialog", { name: `Approve “${name}”?` });
  await expect(approval.getByLabel("Tier")).toBeFocused();
  await expect(approval.getByLabel("Tier")).toHaveValue("PROFESSIONAL");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Welcome. The contract follows by mail.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Volume confirmed by the applicant");
  await tabTo(page, "Approve inquiry");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} approved`)).toBeVisible();
  await expect(panel.getByText("Contract pending")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  // What comes next is for others.
  await page.goto(`/admin/inquiries/${inquiryId}`);
  await expect(page.getByText("Compliance or Superadmin can record the contract.")).toBeVisible();

  const state = await api.send<{ status: string; decisionNote: string }>({
    target: `/v1/partner/inquiries/${inquiryId}?token=${statusToken}`,
  });
  expect(state.body).toMatchObject({
    status: "CONTRACT_PENDING",
    decisionNote: "Welcome. The contract follows by mail.",
  });
});

test("several inquiries are rejected for one reason, each with its own answer", async ({ page, api }) => {
  const name = newName();
  const inquiries = [await sendInquiry(api, `${name} North`), await sendInquiry(api, `${name} South`)];
  await signInAsAdmin(page, "reviewer@portico.example");
  await page.goto(`/admin/queue?search=${encodeURIComponent(name)}`);
  await page.getByRole("checkbox", { name: `Select ${name} North` }).check();
  await page.getByRole("checkbox", { name: `Select ${name} South` }).check();
  await page.getByRole("region", { name: "Picked inquiries" }).getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Note").fill("We work with shops in other regions at present.");
  await dialog.getByLabel("Reason").fill("Out of region");
  await dialog.getByRole("button", { name: "Reject: 2 inquiries" }).click();
  await expect(page.getByText("2 inquiries rejected")).toBeVisible();
  await expect(page.getByText("No match")).toBeVisible();
  for (const { inquiryId, statusToken } of inquiries) {
    const state = await api.send({ target: `/v1/partner/inquiries/${inquiryId}?token=${statusToken}` });
    expect(state.body).toMatchObject({ status: "REJECTED" });
  }
});
