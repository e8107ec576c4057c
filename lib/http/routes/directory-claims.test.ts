import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { providers } from "@/db/schema/directory-providers";
import { events } from "@/db/schema/webhooks";
import { makeClaim, makeProvider } from "@/db/testing/directory-factories";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { callAs, makeClient, postAs } from "@/lib/testing/directory";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const CLAIMS = "/api/v1/partner/claims";
const ADMIN_CLAIMS = "/api/v1/admin/provider-claims";

let directory: Mounted;
let administration: Mounted;
let secret: string;
let sandboxSecret: string;
let reviewer: SignedInAdmin;
beforeAll(async () => {
  directory = await mounts[1]!.start(directoryRoutes);
  administration = await mounts[0]!.start(adminRoutes);
  secret = (await makeClient({ sandboxMode: false, promotedAt: new Date() })).secret;
  sandboxSecret = (await makeClient()).secret;
  reviewer = await signInAdmin({ role: "REVIEWER" });
});
afterAll(() => Promise.all([directory.close(), administration.close()]));

const submit = (body: unknown, by = secret) => directory.call(postAs(by, CLAIMS, body));
const read = (id: string, email?: string) =>
  directory.call(
    callAs(secret, `${CLAIMS}/${id}${email === undefined ? "" : `?claimantEmail=${encodeURIComponent(email)}`}`),
  );
const evidence = (id: string, body: unknown) =>
  directory.call(postAs(secret, `${CLAIMS}/${id}/verification-evidence`, body));
const decide = (id: string, verb: string, body: unknown = { reason: "Checked" }) =>
  administration.call(withToken(reviewer.token, jsonCall("POST", `${ADMIN_CLAIMS}/${id}/${verb}`, body)));
const claimOf = async (id: string) => (await db.select().from(claims).where(eq(claims.id, id)))[0]!;
const providerOf = async (id: string) => (await db.select().from(providers).where(eq(providers.id, id)))[0]!;
const eventsOf = (subjectId: string) => db.select().from(events).where(eq(events.subjectId, subjectId));

const CLAIMANT = { claimantName: "Ada Claimant", claimantEmail: "  Ada@Example.ORG " };
const ATTESTED = { attestationAccepted: true, note: "I own the place" };

describe("a claim", () => {
  test("with a domain waits for its mail; by id or slug it is the same provider", async () => {
    const provider = await makeProvider(db);
    for (const providerId of [provider.id, provider.slug]) {
      const answer = await submit({ ...CLAIMANT, providerId, businessDomain: "Example.org", claimantRole: "Owner" });
      expect(answer.status).toBe(201);
      const { claim, statusSummary } = answer.body.data;
      expect(claim).toEqual({
        id: expect.stringMatching(/^claim-/),
        providerId: provider.id,
        claimantName: "Ada Claimant",
        claimantEmail: "ada@example.org",
        claimantRole: "Owner",
        businessDomain: "example.org",
        status: "email_pending",
        verificationMethod: "business_email",
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      });
      expect(statusSummary.checklist.map(({ key, status }: Record<string, string>) => [key, status])).toEqual([
        ["business_email", "pending"],
        ["business_phone", "not_started"],
        ["license_document", "not_started"],
        ["admin_manual", "pending"],
      ]);
      expect(statusSummary).toMatchObject({ readyForAdminReview: false, canEditProfile: false });
      const opened = await db.select().from(verificationAttempts).where(eq(verificationAttempts.claimId, claim.id));
      expect(opened).toMatchObject([{ method: "business_email", status: "pending", target: "example.org" }]);
      expect(answer.body.meta.audit).toEqual({ eventType: "partner.claims.submit", recordedAt: expect.any(String) });
    }
  });

  test("without one goes to an administrator, and opens one attempt for seven days", async () => {
    const { id } = await makeProvider(db);
    const { body } = await submit({ ...CLAIMANT, providerId: id });
    expect(body.data.claim).toMatchObject({ status: "admin_review", verificationMethod: "admin_manual" });
    expect(body.data.statusSummary.readyForAdminReview).toBe(true);
    const attempts = await db
      .select()
      .from(verificationAttempts)
      .where(eq(verificationAttempts.claimId, body.data.claim.id));
    expect(attempts).toMatchObject([{ method: "admin_manual", status: "pending", target: "ada@example.org" }]);
    expect(attempts[0]!.expiresAt.getTime() - attempts[0]!.createdAt.getTime()).toBe(7 * 86_400_000);
  });

  test.each([
    [{ providerId: undefined }, "providerId"],
    [{ claimantName: " " }, "claimantName"],
    [{ claimantEmail: "nonsense" }, "claimantEmail"],
    [{ businessDomain: "not a domain" }, "businessDomain"],
  ])("with %j is refused, and the field is named", async (fault, field) => {
    const { id } = await makeProvider(db);
    const answer = await submit({ ...CLAIMANT, providerId: id, ...fault });
    expect(answer).toMatchObject({ status: 422, code: "validation_failed" });
    expect(answer.body.error).toContain(field);
  });

  test("of a provider that nobody sees is one of a provider that never was", async () => {
    const hidden = await makeProvider(db, { status: "suspended" });
    for (const providerId of [hidden.id, hidden.slug, "provider-nobody"]) {
      expect(await submit({ ...CLAIMANT, providerId })).toMatchObject({ status: 404, code: "provider_not_found" });
    }
  });

  test("that the content policy refuses leaves nothing behind, and is not echoed", async () => {
    const { id } = await makeProvider(db);
    for (const claimantName of ["<script>x</script>", "Ada 078-05-1120", "Ada 4111 1111 1111 1111"]) {
      const answer = await submit({ ...CLAIMANT, providerId: id, claimantName });
      expect(answer).toMatchObject({ status: 422, code: "policy_blocked" });
      expect(answer.text).not.toContain(claimantName.slice(4, 12));
    }
    expect(await db.select().from(claims).where(eq(claims.providerId, id))).toEqual([]);
  });

  test("is read by its claimant's address alone, whatever its case", async () => {
    const { claim } = await makeClaim(db, { providerId: (await makeProvider(db)).id });
    expect(await read(claim.id)).toMatchObject({ status: 422, code: "validation_failed" });
    expect(await read(claim.id, " ")).toMatchObject({ status: 422, code: "validation_failed" });
    expect(await read("claim-nobody", claim.claimantEmail)).toMatchObject({ status: 404, code: "claim_not_found" });
    const stranger = await read(claim.id, "eve@example.org");
    expect(stranger).toMatchObject({ status: 403, code: "claimant_mismatch" });
    expect(stranger.headers["x-senior-guru-api-status"]).toBe("allowed");
    expect(stranger.text).not.toContain("Ada");
    const own = await read(claim.id, `  ${claim.claimantEmail.toUpperCase()}`);
    expect(own.body.data.claim.id).toBe(claim.id);
  });
});

describe("evidence", () => {
  const given = async (overrides = {}) => {
    const provider = await makeProvider(db);
    const made = await makeClaim(db, { providerId: provider.id, ...overrides });
    return { ...made, provider, body: { claimantEmail: made.claim.claimantEmail, evidence: ATTESTED } };
  };

  test("passes the open attempt and sends the claim to review, and none of it is echoed", async () => {
    const { claim, attempt, body } = await given({ status: "email_pending", verificationMethod: "business_email" });
    const answer = await evidence(claim.id, body);
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      verificationAttempt: { method: "business_email", status: "passed", completedAt: expect.any(String) },
      statusSummary: { claim: { status: "admin_review" }, readyForAdminReview: true, canEditProfile: false },
    });
    expect(Object.keys(answer.body.data.verificationAttempt).toSorted()).toEqual([
      "completedAt",
      "createdAt",
      "method",
      "status",
    ]);
    expect(answer.body.meta.contentRules).toMatchObject({ attestationRequired: true, policyDecisionExcluded: true });
    for (const secretOf of [attempt.id, ATTESTED.note, '"target"']) expect(answer.text).not.toContain(secretOf);
    const again = await evidence(claim.id, body);
    expect(again).toMatchObject({ status: 409, code: "attempt_already_completed" });
  });

  test("is judged in the contract's order, and what is refused changes nothing", async () => {
    const { claim, body } = await given();
    const decided = await given({ status: "rejected", rejectedAt: new Date() });
    const unattested = { ...ATTESTED, attestationAccepted: "true" };
    const cases: [string, unknown, number, string][] = [
      [claim.id, { evidence: ATTESTED }, 422, "validation_failed"],
      [claim.id, { claimantEmail: "eve@example.org" }, 422, "validation_failed"],
      ["claim-nobody", body, 404, "claim_not_found"],
      [decided.claim.id, { claimantEmail: "eve@example.org", evidence: unattested }, 403, "claimant_mismatch"],
      [decided.claim.id, { ...decided.body, evidence: unattested }, 409, "claim_already_decided"],
      [claim.id, { ...body, evidence: unattested }, 422, "attestation_required"],
      [claim.id, { ...body, evidence: { ...ATTESTED, note: "<img src=x>" } }, 422, "policy_blocked"],
    ];
    for (const [id, sent, status, code] of cases) expect(await evidence(id, sent)).toMatchObject({ status, code });
    expect((await claimOf(claim.id)).updatedAt).toEqual(claim.updatedAt);
  });

  test("of another method opens an attempt of its own; an attempt past its week has expired", async () => {
    const { claim, body } = await given({ createdAt: new Date(Date.now() - 8 * 86_400_000) });
    expect(await evidence(claim.id, body)).toMatchObject({ status: 409, code: "attempt_expired" });
    const { checklist, nextAction } = (await read(claim.id, claim.claimantEmail)).body.data;
    expect(checklist.at(-1)).toMatchObject({ key: "admin_manual", status: "expired" });
    expect(nextAction).toContain("expired");
    const other = await evidence(claim.id, { ...body, method: "license_document" });
    expect(other.body.data.verificationAttempt).toMatchObject({ method: "license_document", status: "passed" });
  });

  test("sent twice at once is taken once", async () => {
    const { claim, body } = await given();
    const answers = await Promise.all([evidence(claim.id, body), evidence(claim.id, body), evidence(claim.id, body)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});

describe("an administrator", () => {
  const ready = async (
    overrides = {},
    status: "verified_by_source" | "growth_partner" | "closed" = "verified_by_source",
  ) => {
    const provider = await makeProvider(db, { status });
    const { claim } = await makeClaim(db, { providerId: provider.id, attempt: "passed", ...overrides });
    return { provider, claim };
  };

  test("approves a proved claim once: the provider is claimed, and one event tells of it", async () => {
    const { provider, claim } = await ready();
    const answers = await Promise.all([decide(claim.id, "approve"), decide(claim.id, "approve")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await providerOf(provider.id)).toMatchObject({ status: "claimed", claimedAt: expect.any(Date) });
    const told = await eventsOf(provider.id);
    expect(told).toMatchObject([{ type: "provider.claimed", partnerId: null }]);
    expect(JSON.parse(told[0]!.body)).toEqual({
      providerId: provider.id,
      claimId: claim.id,
      verificationMethod: "admin_manual",
      claimedAt: expect.any(String),
    });
    expect((await read(claim.id, claim.claimantEmail)).body.data.canEditProfile).toBe(true);
    expect(await decide(claim.id, "reject")).toMatchObject({ status: 409, code: "claim_already_decided" });
  });

  test("does not demote a provider that stands higher, and leaves one alone that is closed", async () => {
    const higher = await ready({}, "growth_partner");
    expect((await decide(higher.claim.id, "approve")).status).toBe(200);
    expect((await providerOf(higher.provider.id)).status).toBe("growth_partner");
    const closed = await ready({}, "closed");
    expect(await decide(closed.claim.id, "approve")).toMatchObject({ status: 409, code: "invalid_state_transition" });
    expect((await claimOf(closed.claim.id)).status).toBe("admin_review");
  });

  test("cannot approve what nobody has proved, nor a sandbox claim, nor without a reason", async () => {
    const unproved = await ready({ attempt: "pending" });
    expect(await decide(unproved.claim.id, "approve")).toMatchObject({ status: 409, code: "claim_not_verified" });
    const { provider, claim } = await ready({ sandbox: true });
    expect(await decide(claim.id, "approve")).toMatchObject({ status: 409, code: "sandbox_claim" });
    expect((await providerOf(provider.id)).status).toBe("verified_by_source");
    expect(await eventsOf(provider.id)).toEqual([]);
    expect(await decide(claim.id, "approve", {})).toMatchObject({ status: 422, code: "validation_failed" });
    expect(await decide("claim-nobody", "approve")).toMatchObject({ status: 404, code: "claim_not_found" });
  });

  test.each([
    ["text", { summary: "Call 123-45-6789" }],
    ["address", { city: "Denver 123-45-6789" }],
  ])("does not bring a provider into sight by a claim whose %s the content policy refuses", async (_, unlawful) => {
    const provider = await makeProvider(db, { status: "imported", ...unlawful });
    const { claim } = await makeClaim(db, { providerId: provider.id, attempt: "passed" });
    expect(await decide(claim.id, "approve")).toMatchObject({ status: 422, code: "policy_blocked" });
    expect([(await providerOf(provider.id)).status, (await claimOf(claim.id)).status]).toEqual([
      "imported",
      "admin_review",
    ]);
    expect(await eventsOf(provider.id)).toEqual([]);
  });

  test("rejects with notes that the claimant never reads", async () => {
    const { claim } = await ready();
    expect((await decide(claim.id, "reject", { reason: "Not the owner", notes: "Looks forged" })).status).toBe(200);
    const { text, body } = await read(claim.id, claim.claimantEmail);
    expect(body.data.claim.status).toBe("rejected");
    expect(text).not.toContain("forged");
    expect(text).not.toContain("Not the owner");
  });

  test("sees evidence and notes in the list, found by text and status", async () => {
    const provider = await makeProvider(db);
    const sent = await submit(
      { ...CLAIMANT, claimantName: "Zacharias Unusual", providerId: provider.id },
      sandboxSecret,
    );
    const { id } = sent.body.data.claim;
    await evidence(id, { claimantEmail: "ada@example.org", evidence: ATTESTED });
    const list = async (query: string) =>
      (await administration.call(withToken(reviewer.token, { target: `${ADMIN_CLAIMS}?${query}` }))).body;
    const found = await list("q=unusual&undecided=1&status=admin_review");
    expect(found.meta.pagination.total).toBe(1);
    expect(found.data[0]).toMatchObject({
      id,
      sandbox: true,
      providerName: provider.name,
      attempts: [{ method: "admin_manual", status: "passed", evidence: ATTESTED }],
    });
    expect((await list("q=unusual&status=approved")).data).toEqual([]);
  });
});
