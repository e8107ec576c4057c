import { STATUS_CODES } from "node:http";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import { errorsOf } from "@/lib/contract/endpoint";
import { ErrorBody, exampleOf, reasonOf } from "@/lib/contract/error-body";
import { ERROR_GUIDE, wireCode } from "@/lib/contract/error-guide";
import { GIVING_TAGS, givingEndpoints } from "@/lib/contract/giving-endpoints";
import { openApiDocument } from "@/lib/contract/openapi";
import { documentPath } from "@/lib/contract/openapi/document-path";
import { EXAMPLES } from "@/lib/contract/openapi/examples";
import { givingEvents } from "@/lib/contract/webhook-events";
import { ERRORS, type ErrorCode } from "@/lib/errors";

type Response = {
  description: string;
  headers: Record<string, object>;
  content?: Record<string, { schema: object; examples?: Record<string, object> }>;
};
type Operation = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: Record<string, string[]>[];
  requestBody?: { content: Record<string, { schema: object; example: object }> };
  parameters?: { name?: string; in?: string; schema?: Record<string, unknown> }[];
  responses: Record<string, Response>;
};

const BASE_URL = "https://partners.example.org";
const document = openApiDocument(BASE_URL);
const paths = document.paths as Record<string, Record<string, Operation>>;
const webhooks = document.webhooks as Record<string, { post: Operation }>;

const operationOf = (endpoint: (typeof givingEndpoints)[number]) =>
  paths[documentPath(endpoint.path)]![endpoint.method.toLowerCase()]!;

describe.each(givingEndpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  "%s",
  (_, endpoint) => {
    const operation = operationOf(endpoint);

    test("says what it is and where it belongs", () => {
      expect(operation).toMatchObject({ operationId: endpoint.id, summary: endpoint.summary, tags: [endpoint.tag] });
      expect(GIVING_TAGS.map(({ name }) => name)).toContain(endpoint.tag);
      expect(operation.description).not.toBe("");
    });

    test("names its successes and every code it can answer, each with an envelope", () => {
      const promised = [endpoint.status, ...Object.keys(endpoint.alternatives ?? {}).map(Number)];
      const statuses = new Set([...promised, ...errorsOf(endpoint).map((code) => ERRORS[code].status)]);
      expect(new Set(Object.keys(operation.responses).map(Number))).toEqual(statuses);
      const documented = Object.values(operation.responses).flatMap(({ content }) =>
        Object.keys(content?.["application/json"]?.examples ?? {}),
      );
      expect(documented.toSorted()).toEqual(errorsOf(endpoint).map(wireCode).toSorted());
    });

    test("carries the request's name and the limits on every answer", () => {
      const headers = ["X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];
      for (const response of Object.values(operation.responses)) {
        expect(Object.keys(response.headers)).toEqual(expect.arrayContaining(headers));
      }
      expect(Object.keys(operation.responses[429]!.headers)).toEqual(
        expect.arrayContaining(["Retry-After", "X-RateLimit-RetryAfter"]),
      );
      expect(operation.responses[503]!.headers).toHaveProperty("Retry-After");
    });

    test("shows examples that its own schemas accept", () => {
      const { request, response } = EXAMPLES[endpoint.id] ?? {};
      expect(request !== undefined).toBe(endpoint.body !== undefined);
      if (request) expect(endpoint.body!.safeParse(request).error).toBeUndefined();
      if (response) expect(endpoint.response!.parse(response)).toEqual(response);
    });
  },
);

describe("the document", () => {
  test("passes the public linter without an error or a warning", async () => {
    const config = await createConfig({ extends: ["recommended"] });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ ruleId, message, location }) => ({ ruleId, message, at: location[0]?.pointer }))).toEqual(
      [],
    );
  });

  test("holds each operation once", () => {
    const operations = Object.values(paths).flatMap((item) => Object.values(item));
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      givingEndpoints.map(({ id }) => id).toSorted(),
    );
  });

  test("names the server it was asked from", () => {
    expect(document.servers).toMatchObject([{ url: BASE_URL }]);
    expect(document.info.description).toContain(`${BASE_URL}/errors`);
  });

  test("leaves answers open to new fields and closes requests", () => {
    const schemas = document.components.schemas;
    for (const [name, schema] of Object.entries(schemas)) {
      // A request for tokens is an answer.
      if (name.endsWith("Request") && name !== "PoolRequest")
        expect(schema).toMatchObject({ additionalProperties: false });
      else expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
    }
  });

  test("refers only to what it holds", () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g);
    for (const [, kind, name] of references) {
      expect(document.components[kind as keyof typeof document.components]).toHaveProperty([name!]);
    }
  });

  test("shows page and limit as numbers and times as times", () => {
    const { parameters } = operationOf(givingEndpoints.find(({ id }) => id === "listActions")!);
    const schemaOf = (name: string) => parameters!.find((parameter) => parameter.name === name)!.schema;
    expect(schemaOf("limit")).toMatchObject({ type: "integer", minimum: 1, maximum: 100, default: 20 });
    expect(schemaOf("from")).toEqual({ type: "string", format: "date-time" });
  });

  test("asks for a signature where the pipeline does", () => {
    const signed = { partnerKey: [], timestamp: [], signature: [] };
    const securityOf = (id: string) => operationOf(givingEndpoints.find((endpoint) => endpoint.id === id)!).security;
    expect(securityOf("login")).toEqual([]);
    expect(securityOf("createKey")).toEqual([{ userToken: [] }]);
    expect(securityOf("getConfig")).toEqual([{ partnerKey: [] }, signed]);
    expect(securityOf("submitAction")).toEqual([signed, { userToken: [] }]);
  });
});

describe("webhooks", () => {
  test("are all there", () => {
    expect(Object.keys(webhooks).toSorted()).toEqual(givingEvents.map(({ name }) => name).toSorted());
  });

  test.each(givingEvents.map((event) => [event.name, event] as const))(
    "%s shows what its schema promises",
    (name, event) => {
      const { example } = webhooks[name]!.post.requestBody!.content["application/json"]! as {
        example: { data: object };
      };
      expect(example).toMatchObject({ type: name, data: { environment: "sandbox" } });
      expect(event.data.parse(event.sample)).toEqual(event.sample);
    },
  );
});

describe("the error guide", () => {
  test.each(Object.keys(ERRORS) as ErrorCode[])("%s has an entry and an envelope of the documented form", (code) => {
    expect(ERROR_GUIDE[code].meaning).toMatch(/\.$/);
    expect(ERROR_GUIDE[code].remedy).toMatch(/\.$/);
    expect(ErrorBody.parse(exampleOf(code, "/v1/partner/x"))).toMatchObject({ code: wireCode(code) });
  });

  test("knows the phrase of every status", () => {
    for (const { status } of Object.values(ERRORS)) expect(reasonOf(status)).toBe(STATUS_CODES[status]);
  });
});
