import { describe, expect, test } from "vitest";
import { PARTNER_STATUSES } from "@/lib/domain/partners/statuses";
import { type FactsOf, type Rendered, renderMail, type TemplateName } from "@/lib/mail/render-mail";

const HREF = "https://partners.example.org/open?token=ab12";
const SAMPLES: { [N in TemplateName]: FactsOf<N> } = {
  accountExists: { href: HREF },
  adminInvited: { role: "AUDITOR", href: HREF, validDays: 7 },
  confirmAddress: { firstName: "Jane", href: HREF, validHours: 24 },
  inquiryChangesRequested: {
    partnerName: "Acme",
    comments: [
      { about: "Use case", text: "Which shops send purchases?" },
      { about: null, text: "Please write in English." },
    ],
    href: HREF,
  },
  inquiryDecided: { partnerName: "Acme", outcome: "APPROVED", note: "Welcome to the programme.", href: HREF },
  inquiryReceived: { partnerName: "Acme", href: HREF },
  keyExpiring: {
    partnerName: "Acme",
    keyName: "Checkout",
    publicKey: "pk_test_1",
    environment: "sandbox",
    expiresAt: new Date("2026-03-08T12:00:00.000Z"),
    daysLeft: 7,
    href: HREF,
  },
  partnerInvited: { partnerName: "Acme", role: "DEVELOPER", href: HREF, validDays: 7 },
  partnerStatusChanged: { partnerName: "Acme", to: "SUSPENDED", reason: "Unpaid invoices", href: HREF },
  partnerTierChanged: { partnerName: "Acme", from: "STANDARD", to: "ENTERPRISE", reason: "New contract", href: HREF },
  poolRequestDecided: {
    ...{ partnerName: "Acme", environment: "production", requested: 500_000, approved: 200_000 },
    ...{ note: "The rest follows in May.", href: HREF },
  },
  productionAccessChanged: { partnerName: "Acme", to: "REJECTED", note: "The contract is not signed yet.", href: HREF },
  productionChangesRequested: {
    partnerName: "Acme",
    comments: [{ text: "Which shop is this for?" }, { field: "webhookUrl", text: "This host does not answer." }],
    href: HREF,
  },
  webhookDisabled: {
    partnerName: "Acme",
    environment: "sandbox",
    origin: "https://hooks.acme.example",
    reason: "The endpoint answered 410 Gone.",
    href: HREF,
  },
};
const names = Object.keys(SAMPLES) as TemplateName[];
const rendered = (name: TemplateName): Promise<Rendered> => renderMail(name, SAMPLES[name]);

describe.each(names)("%s", (name) => {
  test("says the same in both its forms, with one link", async () => {
    const { html, text } = await rendered(name);
    expect(html).toMatch(/^<!DOCTYPE html/);
    expect(html.match(/href="[^"]*"/g)).toEqual([`href="${HREF}"`]);
    expect(text.split(HREF)).toHaveLength(2);
    expect(text).toMatch(/ https:\/\/\S+token=ab12\n/);
    for (const form of [html, text]) expect(form).toContain("Portico");
    for (const [, words] of html.matchAll(/<p[^>]*>([^<]{20,})</g)) expect(text).toContain(plain(words!));
  });

  test("loads nothing and runs nothing", async () => {
    const { html } = await rendered(name);
    expect(html).not.toMatch(/<(img|script|iframe|object|video|audio)|\b(src|background)=|url\(|@import|\bon\w+=/i);
    expect(html.replaceAll(HREF, "").replace(/https:\/\/hooks\.acme\.example/g, "")).not.toMatch(/<[^!][^>]*https?:/);
  });
});

/** React writes the places where two texts meet as comments. */
function plain(html: string): string {
  return html.replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

test("a subject says what happened", async () => {
  const subjects = await Promise.all(names.map(async (name) => (await rendered(name)).subject));
  expect(subjects).toEqual([
    "You have an account already",
    "You are invited to run Portico",
    "Confirm your e-mail address",
    "Something is to be changed in the inquiry of Acme",
    "The inquiry of Acme is approved",
    "We received the inquiry of Acme",
    "The sandbox key “Checkout” expires in 7 days",
    "You are invited to Acme",
    "Acme is suspended",
    "Acme is in the Enterprise tier",
    "Acme: 200,000 tokens were added to your pool",
    "Acme did not get production access",
    "Changes needed: production request of Acme",
    "A sandbox webhook of Acme was turned off",
  ]);
});

test("there are words for every status", async () => {
  for (const to of PARTNER_STATUSES) {
    const { subject, text } = await renderMail("partnerStatusChanged", { ...SAMPLES.partnerStatusChanged, to });
    expect(subject).toMatch(/^Acme (is|waits)/);
    expect(text).toContain("Unpaid invoices");
  }
});

test("a key's end is told in days and as a time", async () => {
  const { subject, text } = await renderMail("keyExpiring", { ...SAMPLES.keyExpiring, daysLeft: 1 });
  expect(subject).toContain("in 1 day");
  expect(text).toContain("8 March 2026, 12:00 UTC");
});

test("names are words, never markup nor further lines of the head", async () => {
  const partnerName = `<script>alert("1")</script>\r\nBcc: all@example.org`;
  const { html, text, subject } = await renderMail("webhookDisabled", { ...SAMPLES.webhookDisabled, partnerName });
  expect(html).not.toContain("<script");
  expect(text).toContain("<script>");
  expect(subject).not.toMatch(/[\r\n]/);
});
