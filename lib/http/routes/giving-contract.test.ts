import { expect, test } from "vitest";
import { givingEndpoints } from "@/lib/contract/giving-endpoints";
import { openApiDocument } from "@/lib/contract/openapi";
import { documentPath } from "@/lib/contract/openapi/document-path";
import { givingRoutes } from "@/lib/http/routes/giving";

const served = givingRoutes.routes
  .map(({ endpoint }) => `${endpoint.method} ${documentPath(endpoint.path)}`)
  .toSorted();
const promised = givingEndpoints.map(({ method, path }) => `${method} ${documentPath(path)}`).toSorted();

test("every promise has a verb, and every verb keeps a promise", () => {
  expect(served).toEqual(promised);
  expect(new Set(givingRoutes.routes.map(({ endpoint }) => endpoint))).toEqual(new Set(givingEndpoints));
});

test("the published document holds exactly what is served", () => {
  const { paths } = openApiDocument("https://partners.example.org");
  const documented = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.toSorted()).toEqual(served);
});
