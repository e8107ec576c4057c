import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mails } from "@/db/schema/mails";
import { makeMail, makePartner, makePortalUser } from "@/db/testing/factories";
import { ADMIN_ROLES } from "@/lib/domain/admins/schemas";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { tokenFor, withToken } from "@/lib/testing/worlds";

const db = connection();
const MAILS = "/api/v1/admin/mails";

describe.each(mounts)("the mail outbox through $name", ({ start }) => {
  const mark = newObjectId();
  let mounted: Mounted;
  let superadmin: SignedInAdmin;
  beforeAll(async () => {
    [mounted, superadmin] = await Promise.all([start(adminRoutes), signInAdmin()]);
    const written = (day: number) => ({ createdAt: new Date(Date.UTC(2026, 0, day)) });
    await makeMail(db, { ...written(1), subject: `Waiting_1 ${mark}` });
    await makeMail(db, { ...written(2), subject: `Sent ${mark}`, attemptsMade: 1, sentAt: new Date() });
    await makeMail(db, {
      ...written(3),
      recipient: `Refused-${mark}@Example.org`,
      attemptsMade: 8,
      lastError: "550 no",
    });
  });
  afterAll(() => mounted.close());

  const read = (target: string, { token } = superadmin) =>
    mounted.call(withToken(token, { target: `${MAILS}${target}` }));
  const statuses = async (query: string) => {
    const { status, body } = await read(`?search=${mark}${query}`);
    expect(status).toBe(200);
    return body.data.map((mail: { status: string }) => mail.status);
  };

  test("lists what was written, latest first, and what became of it, but not what it says", async () => {
    expect(await statuses("")).toEqual(["FAILED", "SENT", "WAITING"]);
    const { body } = await read(`?search=${mark}`);
    expect(body.data[0]).toMatchObject({ attempts: 8, lastError: "550 no", sentAt: null, nextAttemptAt: null });
    expect(body.data[2]).toMatchObject({ attempts: 0, lastError: null, nextAttemptAt: expect.any(String) });
    expect(body.data.flatMap(Object.keys)).not.toContain("text");
    expect(JSON.stringify(body)).not.toContain("What it says");
  });

  test("says whether mails are sent at all", async () => {
    expect((await read("")).body.sendsMail).toBe(false);
  });

  test.each(["WAITING", "SENT", "FAILED"])("is narrowed down to %s", async (status) => {
    expect(await statuses(`&status=${status}`)).toEqual([status]);
  });

  test.each([
    ["the recipient in any case", `REFUSED-${mark}`, 1],
    ["the subject in any case", `sent%20${mark}`, 1],
    ["an underscore, taken literally", `ting_1%20${mark}`, 1],
    ["a wildcard, taken literally", `%25${mark}`, 0],
  ])("is searched by %s", async (_, search, found) => {
    expect((await read(`?search=${search}`)).body.pagination.total).toBe(found);
  });

  test("is served in pages that hold each mail once", async () => {
    const first = await read(`?search=${mark}&limit=2`);
    const second = await read(`?search=${mark}&limit=2&page=2`);
    expect(first.body.pagination).toEqual({ page: 1, limit: 2, total: 3, totalPages: 2 });
    expect(new Set([...first.body.data, ...second.body.data].map(({ id }) => id)).size).toBe(3);
  });

  test.each(["status=GONE", "limit=101", "page=0", "who=me"])("refuses ?%s and names the field", async (query) => {
    const answer = await read(`?${query}`);
    expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    expect(answer.body.details[0].field).toBe(query.split("=")[0]);
  });

  test.each(ADMIN_ROLES)("%s sees that a mail was written; only a superadmin reads it", async (role) => {
    const mail = await makeMail(db);
    const { status, body } = await read(`/${mail.id}`, await signInAdmin({ role }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ recipient: mail.recipient, subject: mail.subject, status: "WAITING" });
    const isReader = role === "SUPERADMIN";
    expect([body.text, body.html]).toEqual(isReader ? [mail.body, mail.html] : [null, null]);
  });

  test("a mail that is unknown, or no id at all, is not found", async () => {
    for (const id of [newObjectId(), "no-id", "%27"]) {
      expect(await read(`/${id}`)).toMatchObject({ status: 404, code: "MAIL_NOT_FOUND" });
    }
  });

  test("a person of a partner, or nobody, reads none of it", async () => {
    const mail = await makeMail(db);
    const token = await tokenFor(await makePortalUser(db, { partnerId: (await makePartner(db)).id }));
    for (const target of [MAILS, `${MAILS}/${mail.id}`]) {
      expect(await mounted.call({ target })).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
      expect(await mounted.call(withToken(token, { target }))).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    }
  });

  describe("a partner that is moved to another status", () => {
    const setStatus = (id: string, query = "") =>
      mounted.call(
        withToken(
          superadmin.token,
          jsonCall("PUT", `/api/v1/admin/partners/${id}/status${query}`, {
            status: "SUSPENDED",
            reason: "Unpaid bills",
          }),
        ),
      );
    const mailsTo = (recipient: string) => db.select().from(mails).where(eq(mails.recipient, recipient));

    test("is told by mail: its contact and its owners, each once, and nobody else", async () => {
      const partner = await makePartner(db);
      const of = (overrides: object) => makePortalUser(db, { partnerId: partner.id, ...overrides });
      const owner = await of({});
      const others = [await of({ role: "DEVELOPER" }), await of({ disabledAt: new Date() }), await makePortalUser(db)];
      expect((await setStatus(partner.id)).status).toBe(200);
      for (const recipient of [partner.contactEmail, owner.email]) {
        const [mail, ...more] = await mailsTo(recipient);
        expect(more).toEqual([]);
        expect(mail!.subject).toBe(`${partner.name} is suspended`);
        for (const form of [mail!.body, mail!.html]) expect(form).toContain("Unpaid bills");
      }
      for (const other of others) expect(await mailsTo(other.email)).toEqual([]);
    });

    test("gets one mail where contact and owner are one person, however the address is written", async () => {
      const contactEmail = `Ada-${newObjectId()}@Example.org`;
      const partner = await makePartner(db, { contactEmail });
      await makePortalUser(db, { partnerId: partner.id, email: contactEmail.toLowerCase() });
      await setStatus(partner.id);
      const found = [...(await mailsTo(contactEmail)), ...(await mailsTo(contactEmail.toLowerCase()))];
      expect(found).toHaveLength(1);
    });

    test("is told nothing by a rehearsal", async () => {
      const partner = await makePartner(db);
      expect((await setStatus(partner.id, "?dryRun=true")).status).toBe(200);
      expect(await mailsTo(partner.contactEmail)).toEqual([]);
    });
  });
});
