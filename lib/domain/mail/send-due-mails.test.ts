import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { inTransaction } from "@/lib/domain/context";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { MAIL_ATTEMPTS_MAX } from "@/lib/domain/mail/schemas";
import { sendDueMails } from "@/lib/domain/mail/send-due-mails";
import * as settings from "@/lib/platform/env";
import { testCtx } from "@/lib/testing/context";

type Received = { to: string[]; raw: string };
const received: Received[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address);
      if (to.some((address) => address.startsWith("refused"))) return done(new Error("mailbox unavailable"));
      received.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
beforeEach(() => {
  const address = server.server.address() as { port: number };
  setSmtp(`smtp://127.0.0.1:${address.port}`);
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
});

function setSmtp(smtpUrl: string | null) {
  vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), smtpUrl });
}

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

async function queue(recipient: string) {
  const ctx = testCtx(new Date());
  const facts = { firstName: "Zoë", href: "https://partners.example.org/verify-email?token=ab", validHours: 24 };
  await inTransaction(ctx, (ctx) => queueMail(ctx, { to: recipient, template: "confirmAddress", facts }));
}

/** The parts of a multipart message, each under its type, as the reader sees them. */
function partsOf(raw: string): Record<string, string> {
  const boundary = /^content-type: multipart\/alternative;\s+boundary="([^"]+)"/im.exec(raw)![1]!;
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const [head, ...body] = part.split("\r\n\r\n");
      const isBase64 = /transfer-encoding: base64/i.test(head!);
      const bytes = body.join("\r\n\r\n").trim();
      const text = isBase64 ? Buffer.from(bytes, "base64").toString("utf8") : fromQuotedPrintable(bytes);
      return [/content-type: ([\w/]+)/i.exec(head!)![1]!, text.replaceAll("\r\n", "\n")];
    }),
  );
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

const rowOf = async (recipient: string) =>
  (await database().db.select().from(mails).where(eq(mails.recipient, recipient)))[0]!;

test("a waiting mail reaches its recipient once, however many processes send", async () => {
  const recipient = `once-${crypto.randomUUID()}@partner.example`;
  await queue(recipient);
  await Promise.all([1, 2, 3].map(() => sendDueMails(testCtx(later(1)))));
  expect(received.filter(({ to }) => to.includes(recipient))).toHaveLength(1);
  expect((await rowOf(recipient)).sentAt).not.toBeNull();
});

test("a mail goes out as HTML and as plain text, just as it stands in the outbox", async () => {
  const recipient = `both-${crypto.randomUUID()}@partner.example`;
  await queue(recipient);
  await sendDueMails(testCtx(later(1)));
  const { raw } = received.find(({ to }) => to.includes(recipient))!;
  const { body, html, subject, id } = await rowOf(recipient);
  expect(raw).toContain(`Subject: ${subject}`);
  expect(raw).toMatch(new RegExp(`^message-id: <${id}@`, "im"));
  const parts = partsOf(raw);
  expect(Object.keys(parts)).toEqual(["text/plain", "text/html"]);
  expect(parts["text/plain"]!.trim()).toBe(body.trim());
  expect(parts["text/html"]!.trim()).toBe(html!.trim());
  for (const part of Object.values(parts)) {
    expect(part).toContain("Zoë");
    expect(part).toContain("https://partners.example.org/verify-email?token=ab");
  }
});

test("a mail for several addresses is one mail for each, however often an address is named", async () => {
  const [one, other] = [1, 2].map((n) => `several-${n}-${crypto.randomUUID()}@partner.example`);
  await inTransaction(testCtx(new Date()), (ctx) =>
    queueMail(ctx, {
      to: [one!, other!, one!.toUpperCase()],
      template: "accountExists",
      facts: { href: "https://a.example" },
    }),
  );
  await sendDueMails(testCtx(later(1)));
  const mine = received.filter(({ to }) => to.some((address) => address.toLowerCase().startsWith("several-")));
  expect(mine.map(({ to }) => to.length)).toEqual([1, 1]);
});

test("a refused mail waits longer each time, keeps its error, and is given up after eight attempts", async () => {
  const recipient = `refused-${crypto.randomUUID()}@partner.example`;
  await queue(recipient);
  for (let attempt = 1; attempt <= MAIL_ATTEMPTS_MAX + 2; attempt += 1) {
    await sendDueMails(testCtx(later(attempt * 500)));
  }
  const row = await rowOf(recipient);
  expect(row).toMatchObject({ attemptsMade: MAIL_ATTEMPTS_MAX, sentAt: null });
  expect(row.lastError).toContain("mailbox unavailable");
});

test("a mail whose sender died is sent when its lease has run out, and the broken attempt does not count", async () => {
  const recipient = `left-${crypto.randomUUID()}@partner.example`;
  await queue(recipient);
  // A process that is killed while it sends neither returns nor records anything.
  void sendDueMails(testCtx(later(1)), () => new Promise<void>(() => {}));
  await vi.waitFor(
    async () => expect((await rowOf(recipient)).nextAttemptAt.getTime()).toBeGreaterThan(later(2).getTime()),
    20_000,
  );
  await sendDueMails(testCtx(later(5)));
  expect(received.filter(({ to }) => to.includes(recipient))).toEqual([]);
  await sendDueMails(testCtx(later(12)));
  expect(received.filter(({ to }) => to.includes(recipient))).toHaveLength(1);
  expect(await rowOf(recipient)).toMatchObject({ attemptsMade: 1, sentAt: expect.any(Date) });
});

test("without SMTP a mail stays in the outbox untouched", async () => {
  const recipient = `kept-${crypto.randomUUID()}@partner.example`;
  await queue(recipient);
  setSmtp(null);
  expect(await sendDueMails(testCtx(later(1)))).toBe(0);
  expect(await rowOf(recipient)).toMatchObject({ attemptsMade: 0, sentAt: null });
});
