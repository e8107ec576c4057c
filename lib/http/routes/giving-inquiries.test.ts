import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inquiries } from "@/db/schema/inquiries";
import { mails } from "@/db/schema/mails";
import { auditRecords } from "@/db/schema/records";
import { events, webhooks } from "@/db/schema/webhooks";
import { connection } from "@/lib/domain/connection";
import { listWaitingInquiries } from "@/lib/domain/giving/inquiries/list-waiting-inquiries";
import { tierHint } from "@/lib/domain/giving/inquiries/tier-hint";
import { adminRoutes } from "@/lib/http/routes/admin";
import { sha256Hex } from "@/lib/platform/crypto";
import { newObjectId } from "@/lib/platform/ids";
import { makeInquiry, partnerBody } from "@/lib/testing/admin-calls/inquiries";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts, newAddress } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { inquiryBody, withToken } from "@/lib/testing/worlds";

const db = connection();
const PUBLIC = "/v1/partner/inquiries";
const ADMIN = "/api/v1/admin/partners";
const REASON = "Checked against the register";
let giving: Mounted;
let admin: Mounted;
let superadmin: SignedInAdmin;
beforeAll(async () => {
  const { start } = mounts[0]!;
  [giving, admin, superadmin] = await Promise.all([start(), start(adminRoutes), signInAdmin()]);
});
afterAll(() => Promise.all([giving.close(), admin.close()]));

const submit = (overrides: Record<string, unknown> = {}) =>
  giving.call(jsonCall("POST", PUBLIC, inquiryBody(overrides)));
const read = (id: string, token: string) => giving.call({ target: `${PUBLIC}/${id}?token=${token}` });
const send = (method: string, path: string, body: object) => giving.call(jsonCall(method, `${PUBLIC}/${path}`, body));
const write = (path: string, body: object = {}) =>
  admin.call(withToken(superadmin.token, jsonCall("POST", `${ADMIN}${path}`, { reason: REASON, ...body })));
const get = (path: string) => admin.call(withToken(superadmin.token, { target: `${ADMIN}${path}` }));
const mailsTo = (recipient: string) =>
  db.select().from(mails).where(eq(mails.recipient, recipient)).orderBy(asc(mails.createdAt), asc(mails.id));
const newEmail = () => `contact-${newObjectId()}@acme.example`;

describe("an applicant", () => {
  test("submits, gets a link by mail, and sees how it stands; the token is stored nowhere as it is", async () => {
    const contactEmail = newEmail();
    const answer = await submit({ contactEmail });
    expect(answer).toMatchObject({ status: 201, body: { status: "SUBMITTED" } });
    const { inquiryId, statusToken } = answer.body;
    expect(inquiryId).toMatch(/^inq_[0-9a-f]{24}$/);
    const [mail] = await mailsTo(contactEmail);
    expect(mail!.body).toContain(`/inquiries/${inquiryId}?token=${statusToken}`);
    const state = await read(inquiryId, statusToken);
    expect(state.status).toBe(200);
    expect(state.body).toEqual({
      inquiryId,
      status: "SUBMITTED",
      submittedAt: expect.any(String),
      fields: inquiryBody({ contactEmail }),
      comments: [],
      may: { resubmit: false, comment: true, withdraw: true },
    });
    const [row] = await db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(row!.statusTokenHash).toBe(sha256Hex(statusToken));
    const kept = await db.select().from(auditRecords).where(eq(auditRecords.targetId, inquiryId));
    expect(JSON.stringify([row, kept])).not.toContain(statusToken);
  });

  test("with the fields of the contract alone is served; with unknown or malformed ones it is told which", async () => {
    const bare = inquiryBody();
    expect((await giving.call(jsonCall("POST", PUBLIC, bare))).status).toBe(201);
    const refused = await submit({
      contactName: undefined,
      contactEmail: "nobody",
      actionTypes: ["A", "A"],
      shoeSize: 43,
      website: "ftp://a.b",
    });
    expect(refused).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    const named = refused.body.details.map(({ field }: { field: string }) => field);
    expect(named).toEqual(expect.arrayContaining(["contactName", "contactEmail", "shoeSize", "website"]));
  });

  test("submits five times an hour from one address", async () => {
    const address = newAddress();
    const answers = [];
    for (let n = 0; n < 6; n += 1)
      answers.push(await giving.call({ ...jsonCall("POST", PUBLIC, inquiryBody()), address }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 429]);
  });

  test("with a wrong token, another's token or an unknown id gets one and the same answer, everywhere", async () => {
    const [mine, others] = [(await submit()).body, (await submit()).body];
    const strangers = [
      [mine.inquiryId, "0".repeat(64)],
      [mine.inquiryId, others.statusToken],
      [mine.inquiryId, ""],
      [`inq_${newObjectId()}`, mine.statusToken],
    ];
    for (const [id, token] of strangers) {
      const answers = [
        await read(id, token),
        await send("PUT", id, { ...inquiryBody(), token }),
        await send("POST", `${id}/comments`, { token, text: "Hello" }),
        await send("POST", `${id}/withdraw`, { token }),
      ];
      const told = answers.map(({ status, body }) => [status, body.code, body.message, body.details ?? null]);
      expect(told).toEqual(Array(4).fill([404, "INQUIRY_NOT_FOUND", "No such inquiry.", null]));
    }
    expect((await read(mine.inquiryId, mine.statusToken)).body).toMatchObject({ status: "SUBMITTED", comments: [] });
  });

  test("is asked for changes by mail, answers, submits again; reviewers see what changed and notes stay inside", async () => {
    const contactEmail = newEmail();
    const { inquiryId, statusToken: token } = (await submit({ contactEmail })).body;
    const path = `/inquiries/${inquiryId}`;
    await write(`${path}/review`);
    await write(`${path}/comments`, { text: "Known from a trade fair.", audience: "INTERNAL" });
    const comments = [
      { field: "useCaseSummary", text: "Which of your shops?" },
      { text: "Please name a legal contact." },
    ];
    expect((await write(`${path}/request-changes`, { comments })).body).toMatchObject({ status: "CHANGES_REQUESTED" });
    const mail = (await mailsTo(contactEmail)).find(({ subject }) => subject.includes("changed"));
    for (const words of ["Use case: Which of your shops?", "Please name a legal contact.", `token=${token}`]) {
      expect(mail!.body).toContain(words);
    }
    expect(
      (await send("POST", `${inquiryId}/comments`, { token, text: "Portland.", field: "useCaseSummary" })).status,
    ).toBe(201);
    const state = await read(inquiryId, token);
    expect(state.body.may).toEqual({ resubmit: true, comment: true, withdraw: true });
    expect(state.body.comments.map(({ author, field, text }: Record<string, string>) => [author, field, text])).toEqual(
      [
        ["REVIEWER", "useCaseSummary", "Which of your shops?"],
        ["REVIEWER", null, "Please name a legal contact."],
        ["APPLICANT", "useCaseSummary", "Portland."],
      ],
    );
    expect(state.text).not.toContain("trade fair");
    const changed = inquiryBody({ contactEmail, contactName: "June Miller", useCaseSummary: "Purchases in Portland." });
    expect((await send("PUT", inquiryId, { ...changed, token })).body).toMatchObject({ status: "IN_REVIEW" });
    const { body } = await get(path);
    expect(body.revisions).toMatchObject([
      { number: 1, changes: [] },
      {
        number: 2,
        changes: [
          { field: "useCaseSummary", before: inquiryBody().useCaseSummary, after: "Purchases in Portland." },
          { field: "contactName", before: "Jane Miller", after: "June Miller" },
        ],
      },
    ]);
    expect(body.notes).toMatchObject([{ text: "Known from a trade fair.", by: superadmin.admin.email }]);
    expect(body.comments).toHaveLength(3);
  });

  test("withdraws, after which neither side changes anything but notes", async () => {
    const { inquiryId, statusToken: token } = (await submit()).body;
    expect((await send("POST", `${inquiryId}/withdraw`, { token })).body).toMatchObject({
      status: "WITHDRAWN",
      may: { resubmit: false, comment: false, withdraw: false },
    });
    expect((await send("POST", `${inquiryId}/comments`, { token, text: "Wait" })).code).toBe(
      "INVALID_STATE_TRANSITION",
    );
    const comment = { text: "A pity.", audience: "SHARED" };
    expect((await write(`/inquiries/${inquiryId}/comments`, comment)).code).toBe("INVALID_STATE_TRANSITION");
    expect((await write(`/inquiries/${inquiryId}/comments`, { ...comment, audience: "INTERNAL" })).status).toBe(201);
  });
});

describe("a decision", () => {
  test("to decline carries its note to the applicant, on the page and by mail", async () => {
    const contactEmail = newEmail();
    const { inquiryId, statusToken } = await makeInquiry("IN_REVIEW", { contactEmail });
    const note = "We do not serve this region yet.";
    expect((await write(`/inquiries/${inquiryId}/reject`, { note })).body).toMatchObject({
      status: "REJECTED",
      openSince: null,
      decision: { outcome: "REJECTED", by: superadmin.admin.email, note },
    });
    expect((await read(inquiryId, statusToken)).body).toMatchObject({
      decisionNote: note,
      decidedAt: expect.any(String),
    });
    const mail = (await mailsTo(contactEmail)).find(({ subject }) => subject.includes("declined"));
    expect(mail!.body).toContain(note);
    expect((await mail!.body).includes(`token=${statusToken}`)).toBe(true);
  });

  test("to approve waits for contract, acceptable use and a verified KYB, which may come one by one", async () => {
    const { inquiryId } = await makeInquiry("CONTRACT_PENDING");
    const record = (body: object) => write(`/inquiries/${inquiryId}/contract`, body);
    const contractSignedAt = "2026-01-10T00:00:00.000Z";
    expect((await record({ contractSignedAt })).body).toMatchObject({
      status: "CONTRACT_PENDING",
      contract: { contractSignedAt },
    });
    const recorded = async () =>
      (await db.select().from(auditRecords).where(eq(auditRecords.targetId, inquiryId))).length;
    const before = await recorded();
    expect((await record({ contractSignedAt })).status).toBe(200);
    expect(await recorded()).toBe(before);
    const later = new Date(Date.now() + 86_400_000).toISOString();
    expect((await record({ acceptableUseAcceptedAt: later })).body.details).toMatchObject([
      { field: "acceptableUseAcceptedAt" },
    ]);
    const kyb = { status: "PENDING", registrationNumber: "HRB 12345", country: "DE" };
    expect((await record({ acceptableUseAcceptedAt: contractSignedAt, kyb })).body).toMatchObject({
      status: "CONTRACT_PENDING",
    });
    expect((await record({ kyb: { status: "VERIFIED" } })).body).toMatchObject({
      status: "CONTRACT_SIGNED",
      contract: { contractSignedAt, kyb: { status: "VERIFIED", country: "DE", verifiedAt: expect.any(String) } },
    });
    expect((await record({ contractSignedAt })).code).toBe("INVALID_STATE_TRANSITION");
  });
});

describe("a partner", () => {
  const create = (overrides: Record<string, unknown> = {}) => write("", partnerBody({ reason: REASON, ...overrides }));

  test("made of an inquiry takes over its compliance record, waits for approval, and gets its sandbox webhook", async () => {
    const { inquiryId } = await makeInquiry("CONTRACT_SIGNED");
    const [slug, contactEmail] = [`acme-${newObjectId()}`, newEmail()];
    const made = await create({ inquiryId, slug, contactEmail, webhookUrl: "https://93.184.215.14/hook?key=hidden" });
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...{ inquiryId, slug, status: "PENDING_APPROVAL", productionAccess: "NONE", tier: "PROFESSIONAL" },
        kyb: { status: "VERIFIED", registrationNumber: "HRB 12345", country: "US" },
        contractSignedAt: expect.any(String),
        acceptableUseAcceptedAt: expect.any(String),
        ipAllowlist: [],
      },
    });
    const { id } = made.body;
    expect((await get(`/inquiries/${inquiryId}`)).body).toMatchObject({ status: "CONVERTED", partnerId: id });
    const registered = await db.select().from(webhooks).where(eq(webhooks.partnerId, id));
    expect(registered).toMatchObject([
      { environment: "sandbox", receiveAllEvents: true, url: expect.stringContaining("hook") },
    ]);
    const recorded = await db.select().from(auditRecords).where(eq(auditRecords.partnerId, id));
    expect(recorded.map(({ action }) => action).toSorted()).toEqual([
      "inquiry.converted",
      "partner.created",
      "portal_user.invited",
      "webhook.created",
    ]);
    for (const { reason } of recorded) expect(reason).toBe(REASON);
    expect(JSON.stringify(recorded)).not.toContain("hidden");
    const invited = (await mailsTo(contactEmail)).find(({ body }) => body.includes("/invitation?token="));
    expect(invited).toBeDefined();
    const told = await db.select().from(events).where(eq(events.partnerId, id));
    expect(told).toMatchObject([{ type: "partner.status_changed" }]);
    expect(await create({ inquiryId, slug: `${slug}-2` })).toMatchObject({ code: "INVALID_STATE_TRANSITION" });
  });

  test("with a webhook that may not be called is made all the same; the audit record keeps the URL", async () => {
    const made = await create({ slug: `acme-${newObjectId()}`, webhookUrl: "https://127.0.0.1/hook" });
    expect(made.status).toBe(201);
    expect(await db.select().from(webhooks).where(eq(webhooks.partnerId, made.body.id))).toEqual([]);
    const [recorded] = await db.select().from(auditRecords).where(eq(auditRecords.partnerId, made.body.id));
    expect(recorded!.after).toMatchObject({ webhookUrl: "https://127.0.0.1/hook" });
  });

  test("gets its slug from the name, once; a refused one leaves the inquiry as it was", async () => {
    const name = `Bücher ${newObjectId()}`;
    expect((await create({ name })).body.slug).toMatch(/^bucher-/);
    const { inquiryId } = await makeInquiry("CONTRACT_SIGNED");
    expect(await create({ name, inquiryId })).toMatchObject({ status: 409, code: "SLUG_TAKEN" });
    expect((await get(`/inquiries/${inquiryId}`)).body.status).toBe("CONTRACT_SIGNED");
    expect(await create({ inquiryId: "inq_none" })).toMatchObject({ status: 404, code: "INQUIRY_NOT_FOUND" });
    const early = await makeInquiry("CONTRACT_PENDING");
    expect((await create({ inquiryId: early.inquiryId, slug: `a-${newObjectId()}` })).code).toBe(
      "INVALID_STATE_TRANSITION",
    );
  });
});

describe("the queue", () => {
  test("filters, searches, sorts and counts; literals of the path win over a partner's id", async () => {
    const mark = `Mark${newObjectId()}`;
    const made = [];
    for (const [n, volume] of [40_000, 400_000, 90_000].entries()) {
      const overrides = { partnerName: `${mark} ${n}`, expectedMonthlyActionVolume: volume };
      made.push(await makeInquiry(n === 0 ? "SUBMITTED" : "IN_REVIEW", overrides));
    }
    const search = `search=${mark.toUpperCase()}`;
    const { body } = await get(`/inquiries?${search}&sort=-expectedMonthlyActionVolume`);
    expect(body.data.map((row: { id: string; tierHint: string }) => [row.id, row.tierHint])).toEqual([
      [made[1]!.inquiryId, "ENTERPRISE"],
      [made[2]!.inquiryId, "PROFESSIONAL"],
      [made[0]!.inquiryId, "STANDARD"],
    ]);
    expect(body.counts).toMatchObject({ SUBMITTED: 1, IN_REVIEW: 2, CONVERTED: 0 });
    const second = await get(`/inquiries?${search}&status=IN_REVIEW&sort=partnerName&page=2&limit=1`);
    expect(second.body).toMatchObject({ data: [{ id: made[2]!.inquiryId }], pagination: { total: 2, totalPages: 2 } });
    expect(second.body.counts).toEqual(body.counts);
    expect((await get("/inquiries/inq_none")).code).toBe("INQUIRY_NOT_FOUND");

    await write(`/inquiries/${made[2]!.inquiryId}/reject`, { note: "Not now." });
    const open = await get(`/inquiries?${search}&open=true&sort=createdAt`);
    expect(open.body).toMatchObject({
      data: [{ id: made[0]!.inquiryId }, { id: made[1]!.inquiryId }],
      pagination: { total: 2 },
      counts: { REJECTED: 1 },
    });
  });

  test("of what waits for one of us leaves out what waits for the applicant or is over", async () => {
    const waiting = await makeInquiry("CONTRACT_SIGNED");
    const back = await makeInquiry("IN_REVIEW");
    await write(`/inquiries/${back.inquiryId}/request-changes`, { comments: [{ text: "Which shops?" }] });
    const ids = (await listWaitingInquiries(testCtx(new Date()), 100)).data.map(({ id }) => id);
    expect(ids).toContain(waiting.inquiryId);
    expect(ids).not.toContain(back.inquiryId);
  });

  test("hints at the lowest tier whose hour holds ten times the average one", () => {
    const volumes = [0, 72_000, 72_001, 360_000, 360_001, 1_000_000_000];
    expect(volumes.map(tierHint)).toEqual([
      ...["STANDARD", "STANDARD", "PROFESSIONAL", "PROFESSIONAL", "ENTERPRISE", "ENTERPRISE"],
    ]);
  });
});
