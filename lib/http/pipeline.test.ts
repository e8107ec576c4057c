import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { database } from "@/db/client";
import { type MadeKey, makeKey, makePartner } from "@/db/testing/factories";
import { endpoint } from "@/lib/contract/endpoint";
import * as giving from "@/lib/contract/giving";
import { getConfig } from "@/lib/domain/giving/donations/get-config";
import { PUBLISHABLE_SCOPES, SCOPES } from "@/lib/domain/keys/scopes";
import { PRODUCTION_ACCESS, type ProductionAccess } from "@/lib/domain/partners/statuses";
import { givingSurface } from "@/lib/http/giving-surface";
import { routes } from "@/lib/http/route-table";
import { givingRoutes } from "@/lib/http/routes/giving";
import { askForProduction } from "@/lib/testing/admin-calls/production";
import { CALLS_BY_TOKEN } from "@/lib/testing/calls-by-token";
import { type Mounted, mounts, send } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { admittedCall, bareCall, makeWorld, submitBody, submitCall, type World } from "@/lib/testing/worlds";

const { db } = database();

const USERS = { target: "/v1/partner/users" };

/** Endpoints that go wrong in the ways a bug would. */
const broken = (id: string) =>
  endpoint({
    method: "GET",
    path: `/v1/partner/broken/${id}`,
    id,
    tag: "Broken",
    summary: "Broken",
    auth: "widget",
    response: z.object({ kept: z.string() }),
    status: 200,
    errors: [],
  });

const brokenRoutes = routes(givingSurface, [
  [giving.getConfig, getConfig],
  [
    broken("throws"),
    async () => {
      throw new Error(`select * from api_keys where secret = 'x' at ${process.cwd()}/lib/secret.ts:1`);
    },
  ],
  [
    broken("rejects"),
    async (ctx) => {
      await ctx.db.execute("select no_such_column from partners");
      return { kept: "" };
    },
  ],
  [broken("misshapen"), async () => ({ kept: 1 }) as unknown as { kept: string }],
  [broken("talkative"), async () => ({ kept: "yes", secret: "no" })],
]);

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  // Reads share one world, and so does whatever is refused before it does anything.
  let shared: World;
  beforeAll(async () => {
    mounted = await start();
    shared = await makeWorld({ tier: "ENTERPRISE" });
  });
  afterAll(() => mounted.close());

  describe("a path or method that does not exist", () => {
    test.each([
      "/v1/partner/nothing",
      "/v1/partner/",
      "/v1/partner/users/",
      "/v1/partner//users",
      "/v1/partner/Users",
      "/v1/partner/%75sers",
      "/v1/partner/users/a/b/c",
      "/v1/partner/users/%00",
      "/v1/partner/users/%ff",
      "/v1/partner/users/%",
      "/v1/partner/keys/../keys",
      "/v1/partner/__proto__",
      "/v1/partner/constructor",
    ])("%s is not found, in the surface's own words", async (target) => {
      const answer = await mounted.call({ target });
      expect(answer).toMatchObject({ status: 404, code: "ROUTE_NOT_FOUND" });
    });

    test.each([
      ["PUT", "/v1/partner/users", "GET, POST, OPTIONS"],
      ["DELETE", "/v1/partner/actions/submit", "POST, OPTIONS"],
      ["PATCH", "/v1/partner/keys", "POST, GET, OPTIONS"],
      ["HEAD", "/v1/partner/config", "GET, OPTIONS"],
    ])("%s %s is told which methods there are", async (method, target, allow) => {
      const answer = await mounted.call({ method, target });
      expect(answer).toMatchObject({ status: 405, headers: { allow } });
    });

    test("a literal path wins over a parameter", async () => {
      const { token } = await makeWorld();
      const info = await mounted.call({
        target: "/v1/partner/keys/partner-info",
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(info.body).toHaveProperty("enabledFeatures");
    });
  });

  describe("every endpoint", () => {
    const endpoints = givingRoutes.routes.map((route) => route.endpoint);

    test.each(endpoints)("$method $path answers as promised, with its headers", async (each) => {
      // Who has production already cannot ask for it.
      const own = () => makeWorld(each.id === "requestProduction" ? { productionAccess: "NONE" } : {});
      const world = each.method === "GET" ? shared : await own();
      // Only what is under review can be commented on.
      if (each.id === "commentOnProductionRequest") await askForProduction(world.partner);
      const byToken = await CALLS_BY_TOKEN[each.id]?.(world);
      const answer = await mounted.call(byToken ?? admittedCall(each, world, bareCall(each, world.sandbox)));
      if (each.id === "login" || each.id === "refresh") return expect(answer.status).toBe(401);
      expect([answer.status, answer.code]).toEqual([each.status, null]);
      const cache = each.cacheSeconds ? `private, max-age=${each.cacheSeconds}` : "no-store";
      expect(answer.headers["cache-control"]).toBe(cache);
      if (each.response) expect(() => each.response!.parse(answer.body)).not.toThrow();
      else expect(answer.text).toBe("");
    });
  });

  describe("something that goes wrong inside", () => {
    let brokenMount: Mounted;
    beforeAll(async () => {
      brokenMount = await start(brokenRoutes);
    });
    afterAll(() => brokenMount.close());
    const ask = async (id: string) => {
      const { publicKey } = await makeKey(db);
      return brokenMount.call({ target: `/v1/partner/broken/${id}`, headers: { "X-Partner-Key": publicKey } });
    };

    test.each(["throws", "rejects", "misshapen"])(
      "that %s is an internal error, and nothing of it is told",
      async (id) => {
        const answer = await ask(id);
        expect(answer).toMatchObject({ status: 500, code: "INTERNAL_ERROR" });
        expect(answer.body.details).toBeUndefined();
      },
    );

    test("a field that was not promised does not leave", async () => {
      expect((await ask("talkative")).body).toEqual({ kept: "yes" });
    });
  });

  describe("production access", () => {
    const APPROVED: ProductionAccess[] = ["APPROVED", "LIVE"];
    const expected = (access: ProductionAccess, issues: boolean) => {
      if (!APPROVED.includes(access)) return "PRODUCTION_NOT_APPROVED";
      if (!issues) return null;
      return access === "LIVE" ? "POOL_NOT_FOUND" : "GO_LIVE_INCOMPLETE";
    };

    test.each(PRODUCTION_ACCESS)("%s decides on live calls and never on sandbox calls", async (productionAccess) => {
      const { id: partnerId } = await makePartner(db, { productionAccess });
      const live = await makeKey(db, { partnerId, environment: "production" });
      const test = await makeKey(db, { partnerId });
      expect((await mounted.call(sign(live, USERS))).code).toBe(expected(productionAccess, false));
      const config = { target: "/v1/partner/config", headers: { "X-Partner-Key": live.publicKey } };
      expect((await mounted.call(config)).code).toBe(expected(productionAccess, false));
      expect((await mounted.call(submitCall(live, submitBody()))).code).toBe(expected(productionAccess, true));
      expect((await mounted.call(sign(test, USERS))).code).toBeNull();
      expect((await mounted.call(submitCall(test, submitBody()))).code).toBe("POOL_NOT_FOUND");
    });
  });

  describe("features and scopes", () => {
    const guarded = givingRoutes.routes.map((route) => route.endpoint).filter((each) => each.scope);

    test.each(guarded)("$method $path needs its feature and its scope", async (each) => {
      const world = each.method === "GET" ? shared : await makeWorld();
      const partnerId = world.partner.id;
      const code = async (key: MadeKey) => (await mounted.call(sign(key, bareCall(each, world.sandbox)))).code;
      const lacking = await makeKey(db, { partnerId, scopes: SCOPES.filter((scope) => scope !== each.scope) });
      expect(await code(lacking)).toBe("INSUFFICIENT_SCOPE");
      expect(await code(await makeKey(db, { partnerId, scopes: [each.scope!] }))).toBeNull();
      if (!each.feature) return;
      const featureless = await makePartner(db, { enabledFeatures: [] });
      expect(await code(await makeKey(db, { partnerId: featureless.id }))).toBe("FEATURE_NOT_ENABLED");
    });

    test.each(guarded)("a publishable key has every read when signed, and no write: $method $path", async (each) => {
      const { key } = shared.sandbox;
      const answer = await mounted.call(sign(key, bareCall(each, shared.sandbox), { present: "publicKey" }));
      const mayRead = each.auth !== "signed-secret" && PUBLISHABLE_SCOPES.includes(each.scope!);
      expect(answer.code).toBe(mayRead ? null : "SECRET_KEY_REQUIRED");
    });
  });

  describe("bodies on the wire", () => {
    const LIMIT = 256 * 1024;
    const padded = (bytes: number) => {
      const body = JSON.stringify({ ...submitBody(), description: "" });
      return body.replace('"description":""', `"description":"${"x".repeat(bytes - body.length)}"`);
    };
    const submitRaw = async (body: string) =>
      mounted.call(
        sign(await makeKey(db), {
          method: "POST",
          target: "/v1/partner/actions/submit",
          headers: { "Content-Type": "application/json" },
          body,
        }),
      );

    test("256 KiB are read", async () => {
      // Read and parsed: what is refused is the description's length.
      expect(await submitRaw(padded(LIMIT))).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    });

    test.each([LIMIT + 1, 2 * 1024 * 1024])("%d bytes are refused, and the answer arrives", async (bytes) => {
      const answer = await submitRaw(padded(bytes));
      expect(answer).toMatchObject({
        status: 413,
        code: "PAYLOAD_TOO_LARGE",
        body: { details: { limitBytes: LIMIT } },
      });
    });

    test("a chunked body is refused once it is too long", async () => {
      const key = await makeKey(db);
      const { headers } = submitCall(key, submitBody());
      const chunk = `${(64 * 1024).toString(16)}\r\n${"x".repeat(64 * 1024)}\r\n`;
      const head = [
        "POST /v1/partner/actions/submit HTTP/1.1",
        "Host: localhost",
        "Transfer-Encoding: chunked",
        ...Object.entries(headers!).map(([name, value]) => `${name}: ${value}`),
      ].join("\r\n");
      const answer = await mounted.sendRaw(`${head}\r\n\r\n${chunk.repeat(4)}1\r\nx\r\n0\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    });

    test("the connection serves the next request after a body nobody read", async () => {
      const body = "x".repeat(100_000);
      const first = await mounted.call({ method: "POST", target: "/v1/partner/nothing", body });
      expect(first.status).toBe(404);
      expect((await mounted.call({ target: "/v1/partner/nothing" })).status).toBe(404);
    });

    test.each([
      ["none", undefined],
      ["text", "text/plain"],
      ["a form", "application/x-www-form-urlencoded"],
      ["another charset", "application/json; charset=latin1"],
      ["a type that begins alike", "application/jsonp"],
      ["a vendor's JSON", "application/vnd.api+json"],
    ])("%s as content type is refused", async (_, type) => {
      const key = await makeKey(db);
      const { "Content-Type": __, ...call } = jsonCall("POST", "/v1/partner/actions/submit", submitBody()).headers!;
      const body = JSON.stringify(submitBody());
      const headers: Record<string, string> = { ...call, ...(type && { "Content-Type": type }) };
      const answer = await mounted.call(
        sign(key, { method: "POST", target: "/v1/partner/actions/submit", headers, body }),
      );
      expect(answer).toMatchObject({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
    });

    test.each([
      "application/json; charset=utf-8",
      'APPLICATION/JSON;charset="UTF-8"',
      "application/json ; charset=utf-8",
    ])("%s is JSON", async (type) => {
      const call = jsonCall("POST", "/v1/partner/auth/logout", { refreshToken: "unknown" });
      expect((await mounted.call({ ...call, headers: { "Content-Type": type } })).status).toBe(204);
    });
  });

  test("targets that are no path of ours are not found, and name no other host's", async () => {
    for (const target of ["http://other.example/v1/partner/config", "*"]) {
      const answer = await mounted.sendRaw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 |^$/);
    }
  });

  test("requests on one connection are answered in order, each by its own", async () => {
    const { publicKey } = await makeKey(db);
    const request = (target: string, close = false) =>
      `GET ${target} HTTP/1.1\r\nHost: localhost\r\nX-Partner-Key: ${publicKey}\r\n${close ? "Connection: close\r\n" : ""}\r\n`;
    const answer = await mounted.sendRaw(
      request("/v1/partner/config") + request("/v1/partner/nothing") + request("/v1/partner/config", true),
    );
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 404", "HTTP/1.1 200"]);
  });

  test("each request has a name of its own", async () => {
    const ids = await Promise.all(
      Array.from(
        { length: 20 },
        async () => (await send(mounted.port, { target: "/v1/partner/x" })).headers["x-request-id"],
      ),
    );
    expect(new Set(ids).size).toBe(20);
  });
});
