import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditRecords } from "@/db/schema/records";
import { makeAdmin, makePartner, makePortalUser } from "@/db/testing/factories";
import { adminEndpoints } from "@/lib/contract/admin-endpoints";
import { directoryAdminEndpoints } from "@/lib/contract/directory-admin-endpoints";
import type { Endpoint } from "@/lib/contract/endpoint";
import { ADMIN_ROLES } from "@/lib/domain/admins/schemas";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { ADMIN_CALLS } from "@/lib/testing/admin-calls/admin-calls";
import { signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { tokenFor, withToken } from "@/lib/testing/worlds";

const db = connection();
const behindSignIn = [...adminEndpoints, ...directoryAdminEndpoints].filter(({ auth }) => auth === "admin");

/** The code as the endpoint's API writes it. */
const written = ({ api }: Endpoint, code: string) => (api === "directory" ? code.toLowerCase() : code);

// What a role may do is decided in the pipeline, which both mounts share.
let mounted: Mounted;
beforeAll(async () => {
  mounted = await mounts[0]!.start(adminRoutes);
});
afterAll(() => mounted.close());

const recorded = async () => (await db.select({ n: count() }).from(auditRecords))[0]!.n;

test.each(behindSignIn.map(({ id }) => id))("a call of %s stands in this test", (id) => {
  expect(ADMIN_CALLS).toHaveProperty(id);
});

test.each(ADMIN_ROLES)("%s may do what the contract says, and what else it tries changes nothing", async (role) => {
  const { admin, token } = await signInAdmin({ role });
  for (const endpoint of behindSignIn) {
    const call = await ADMIN_CALLS[endpoint.id]!(await makePartner(db), admin);
    const before = await recorded();
    const answer = await mounted.call(withToken(token, call));
    if (!endpoint.roles || endpoint.roles.includes(role)) {
      const successes = [endpoint.status, ...Object.keys(endpoint.alternatives ?? {}).map(Number)];
      expect(successes, `${endpoint.id}: ${answer.text}`).toContain(answer.status);
    } else {
      expect(answer, endpoint.id).toMatchObject({ status: 403, code: written(endpoint, "FORBIDDEN") });
      expect(await recorded(), endpoint.id).toBe(before);
    }
  }
});

test("without an administrator's token, and with a partner's, no endpoint behind the sign-in is open", async () => {
  const partner = await makePartner(db);
  const person = await tokenFor(await makePortalUser(db, { partnerId: partner.id }));
  for (const endpoint of behindSignIn) {
    const { id } = endpoint;
    const refusal = { status: 401, code: written(endpoint, "INVALID_TOKEN") };
    const call = await ADMIN_CALLS[id]!(await makePartner(db), await makeAdmin(db));
    expect(await mounted.call(call), id).toMatchObject(refusal);
    expect(await mounted.call(withToken(person, call)), id).toMatchObject(refusal);
  }
});
