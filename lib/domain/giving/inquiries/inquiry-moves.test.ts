import { count, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { inquiries, inquiryComments, inquiryRevisions } from "@/db/schema/inquiries";
import { mails } from "@/db/schema/mails";
import { partners } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { makeAdmin } from "@/db/testing/factories";
import type { AdminCtx } from "@/lib/domain/context";
import { approveInquiry, rejectInquiry } from "@/lib/domain/giving/inquiries/decide-inquiry";
import { recordInquiryContract } from "@/lib/domain/giving/inquiries/record-contract";
import { requestInquiryChanges } from "@/lib/domain/giving/inquiries/request-changes";
import { resubmitInquiry } from "@/lib/domain/giving/inquiries/resubmit-inquiry";
import { reviewInquiry } from "@/lib/domain/giving/inquiries/review-inquiry";
import { InquiryFields } from "@/lib/domain/giving/inquiries/schemas";
import { INQUIRY_MOVES, INQUIRY_STATUSES, type InquiryStatus } from "@/lib/domain/giving/inquiries/statuses";
import { submitInquiry } from "@/lib/domain/giving/inquiries/submit-inquiry";
import { withdrawInquiry } from "@/lib/domain/giving/inquiries/withdraw-inquiry";
import { CreatePartner } from "@/lib/domain/giving/intake/schemas";
import { createReviewedPartner } from "@/lib/domain/giving/partner-records/create-reviewed-partner";
import { Failure } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";
import { partnerBody } from "@/lib/testing/admin-calls/inquiries";
import { adminCtx, testCtx } from "@/lib/testing/context";
import { inquiryBody } from "@/lib/testing/worlds";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const FIELDS = InquiryFields.parse(inquiryBody());
const REASON = "Drawn by the test";

type Handle = { inquiryId: string; token: string; admin: AdminCtx };

const step = ({ inquiryId }: Handle) => ({ inquiryId, reason: REASON });
const signed = { contractSignedAt: NOW, acceptableUseAcceptedAt: NOW };
const applicant = testCtx(NOW);

/** Every verb that moves an inquiry, and by which row of the table. */
const COMMANDS = {
  review: (on: Handle) => reviewInquiry(on.admin, step(on)),
  requestChanges: (on: Handle) =>
    requestInquiryChanges(on.admin, { ...step(on), comments: [{ text: "Which shops?" }] }),
  resubmit: ({ inquiryId, token }: Handle) =>
    resubmitInquiry(applicant, { ...FIELDS, expectedMonthlyActionVolume: 7, inquiryId, token }),
  approve: (on: Handle) => approveInquiry(on.admin, { ...step(on), tier: "STANDARD" }),
  reject: (on: Handle) => rejectInquiry(on.admin, { ...step(on), note: "Not now." }),
  sign: (on: Handle) => recordInquiryContract(on.admin, { ...step(on), ...signed, kyb: { status: "VERIFIED" } }),
  convert: (on: Handle) => {
    const body = partnerBody({ inquiryId: on.inquiryId, slug: `acme-${newObjectId()}` });
    return createReviewedPartner(on.admin, CreatePartner.parse(body));
  },
  withdraw: ({ inquiryId, token }: Handle) => withdrawInquiry(applicant, { inquiryId, token }),
} satisfies Record<keyof typeof INQUIRY_MOVES, (on: Handle) => Promise<unknown>>;
type Command = keyof typeof COMMANDS;

/** The contract's own picture of the moves, written apart from the table that the verbs read. */
const MODEL: Record<InquiryStatus, Partial<Record<Command, InquiryStatus>>> = {
  SUBMITTED: { review: "IN_REVIEW", withdraw: "WITHDRAWN" },
  IN_REVIEW: {
    ...{ approve: "CONTRACT_PENDING", reject: "REJECTED" },
    ...{ requestChanges: "CHANGES_REQUESTED", withdraw: "WITHDRAWN" },
  },
  CHANGES_REQUESTED: { resubmit: "IN_REVIEW", withdraw: "WITHDRAWN" },
  CONTRACT_PENDING: { sign: "CONTRACT_SIGNED", withdraw: "WITHDRAWN" },
  CONTRACT_SIGNED: { convert: "CONVERTED", withdraw: "WITHDRAWN" },
  ...{ CONVERTED: {}, REJECTED: {}, WITHDRAWN: {} },
};

async function open(): Promise<Handle> {
  const { inquiryId, statusToken } = await submitInquiry(applicant, FIELDS);
  return { inquiryId, token: statusToken, admin: adminCtx(await makeAdmin(db), NOW) };
}

/** Everything a command could leave behind; nothing else writes to this database meanwhile. */
async function trace({ inquiryId }: Handle) {
  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  const tables = [auditRecords, mails, inquiryComments, inquiryRevisions, partners];
  const counts = await Promise.all(tables.map(async (table) => (await db.select({ n: count() }).from(table))[0]!.n));
  return { row: row!, counts };
}

const codeOf = (error: unknown) => (error instanceof Failure ? error.code : error);

test("whatever is tried in whatever order, only the moves of the table happen, and each once", async () => {
  const command = fc.constantFrom(...(Object.keys(COMMANDS) as Command[]));
  const reached = new Set<InquiryStatus>();
  // Leads in, so that the late states are met as often as the early ones.
  const ways: Command[][] = [
    [],
    ["review"],
    ["review", "requestChanges"],
    ["review", "approve"],
    ["review", "approve", "sign"],
  ];
  const tried = fc.asyncProperty(fc.constantFrom(...ways), fc.array(command, { maxLength: 8 }), async (way, more) => {
    const on = await open();
    let status: InquiryStatus = "SUBMITTED";
    for (const name of [...way, ...more]) {
      const before = await trace(on);
      const outcome = await COMMANDS[name](on).then(() => "done", codeOf);
      const after = await trace(on);
      const next: InquiryStatus | undefined = MODEL[status][name];
      expect([status, name, outcome]).toEqual([status, name, next ? "done" : "invalid_state_transition"]);
      if (next) expect(after.counts[0]).toBeGreaterThan(before.counts[0]!);
      else expect(after).toEqual(before);
      status = next ?? status;
      expect(after.row.status).toBe(status);
      reached.add(status);
    }
  });
  await fc.assert(tried, { numRuns: 30, seed: 5 });
  expect(INQUIRY_STATUSES.filter((status) => status !== "SUBMITTED" && !reached.has(status))).toEqual([]);
}, 120_000);

test("of decisions at the same time one counts, and the others change nothing", async () => {
  const on = await open();
  await COMMANDS.review(on);
  const race: Command[] = ["approve", "reject", "approve", "withdraw", "requestChanges", "reject"];
  const before = await trace(on);
  const outcomes = await Promise.all(race.map((name) => COMMANDS[name](on).then(() => name, codeOf)));
  const won = outcomes.filter((outcome) => outcome !== "invalid_state_transition");
  const after = await trace(on);
  // An inquiry is withdrawn from almost anywhere: it may follow whatever won before it.
  expect(won.length).toBe(won.includes("withdraw") && won.length === 2 ? 2 : 1);
  expect(after.counts[0]! - before.counts[0]!).toBe(won.length);
  expect(after.row.status).toBe(INQUIRY_MOVES[(won.includes("withdraw") ? "withdraw" : won[0]) as Command].to);
});

test("an inquiry becomes one partner, however often it is tried at once", async () => {
  const on = await open();
  for (const name of ["review", "approve", "sign"] as const) await COMMANDS[name](on);
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => COMMANDS.convert(on).then(() => "done", codeOf)));
  expect(outcomes.toSorted()).toEqual(["done", ...Array(3).fill("invalid_state_transition")]);
  expect(await db.select().from(partners).where(eq(partners.inquiryId, on.inquiryId))).toHaveLength(1);
});
