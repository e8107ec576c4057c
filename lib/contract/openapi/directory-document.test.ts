import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { summaryOf } from "@/lib/contract/directory/documents/endpoint-cards";
import { directoryAdminEndpoints } from "@/lib/contract/directory-admin-endpoints";
import { directoryEndpoints } from "@/lib/contract/directory-endpoints";
import { errorsOf, statusOf } from "@/lib/contract/endpoint";
import { directoryDocument } from "@/lib/contract/openapi/directory-document";
import { documentPath } from "@/lib/contract/openapi/document-path";

type Content = Record<string, { schema: object; examples?: Record<string, object> }>;
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  security: object[];
  responses: Record<string, { headers: Record<string, object>; content?: Content }>;
};

const BASE_URL = "https://partners.example.org";
const endpoints = [...directoryEndpoints, ...directoryAdminEndpoints];
const document = directoryDocument({ baseUrl: BASE_URL, endpoints });
const paths = document.paths as Record<string, Record<string, Operation>>;
const promised = endpoints.filter(({ api }) => api === "directory");

test("the catalogue passes the public linter without an error or a warning", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  expect(problems.map(({ ruleId, message, location }) => ({ ruleId, message, at: location[0]?.pointer }))).toEqual([]);
});

test("it is an OpenAPI 3.1.0 document of version 0.1.0, with the key's header", () => {
  expect(document).toMatchObject({ openapi: "3.1.0", info: { version: "0.1.0" }, servers: [{ url: BASE_URL }] });
  expect(document.components.securitySchemes.partnerApiKey).toMatchObject({
    type: "apiKey",
    in: "header",
    name: "x-senior-guru-api-key",
  });
});

test("it holds every operation of partners and of the directory's administrators once, and no other", () => {
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(promised.map(({ id }) => id).toSorted());
  expect(Object.keys(paths).filter((path) => !/^\/api\/v1\/(partner|admin)\//.test(path))).toEqual([]);
});

test.each(promised.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  "%s names tag, scope, credential, and every code it can answer",
  (_, endpoint) => {
    const operation = paths[documentPath(endpoint.path)]![endpoint.method.toLowerCase()]!;
    expect(operation).toMatchObject({ tags: [endpoint.tag], summary: summaryOf(endpoint) });
    const credential = { none: [], scoped: [{ partnerApiKey: [] }], admin: [{ adminToken: [] }] } as const;
    expect(operation.security).toEqual(credential[endpoint.auth as keyof typeof credential]);
    if (endpoint.apiScope) expect(operation.summary).toContain(endpoint.apiScope);

    const statuses = new Set([endpoint.status, ...errorsOf(endpoint).map((code) => statusOf(code, endpoint))]);
    expect(new Set(Object.keys(operation.responses).map(Number))).toEqual(statuses);
    const codes = Object.values(operation.responses).flatMap(({ content }) =>
      Object.keys(content?.["application/json"]?.examples ?? {}),
    );
    expect(codes.toSorted()).toEqual(errorsOf(endpoint).toSorted());
    if (endpoint.auth === "scoped") {
      expect(Object.keys(operation.responses[endpoint.status]!.headers)).toEqual(
        expect.arrayContaining(["x-senior-guru-envelope-version", "x-senior-guru-api-client", "x-ratelimit-limit"]),
      );
    }
  },
);

test("answers to clients show the envelope, and exports say that they come as CSV", () => {
  const usage = paths["/api/v1/partner/usage"]!.get!.responses[200]!.content!;
  expect(Object.keys(usage)).toEqual(["application/json", "text/csv"]);
  const schema = document.components.schemas.GetDirectoryUsageResponse as {
    properties: { meta: { required: string[] } };
  };
  expect(schema.properties.meta.required).toEqual(["apiClientId", "sandboxMode", "responseEnvelope"]);
});
