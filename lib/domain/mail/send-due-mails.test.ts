import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { inTransaction } from "@/lib/domain/context";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { MAIL_ATTEMPTS_MAX, sendDueMails } from "@/lib/domain/mail/send-due-mails";
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

vi.mock("@/lib/platform/env", async (original) => {
  const { env, ...rest } = await original<typeof import("@/lib/platform/env")>();
  return { ...rest, env: () => ({ ...env(), smtpUrl: process.env.TEST_SMTP_URL ?? null }) };
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address() as { port: number };
  process.env.TEST_SMTP_URL = `smtp://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
});

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

async function queue(recipient: string) {
  const ctx = testCtx(new Date());
  await inTransaction(ctx, (ctx) => queueMail(ctx, { recipient, subject: "Grüße", body: "Hello,\n\na mail.\n" }));
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

test("without SMTP a mail stays in the outbox untouched", async () => {
  const recipient = `kept-${crypto.randomUUID()}@partner.example`;
  await queue(recipient);
  const url = process.env.TEST_SMTP_URL;
  delete process.env.TEST_SMTP_URL;
  expect(await sendDueMails(testCtx(later(1)))).toBe(0);
  process.env.TEST_SMTP_URL = url;
  expect(await rowOf(recipient)).toMatchObject({ attemptsMade: 0, sentAt: null });
});
