import { BODY_LIMIT_BYTES, type Endpoint, errorsOf, fieldsOf } from "@/lib/contract/endpoint";
import type { Dialect } from "@/lib/contract/openapi/dialect";
import { documentPath } from "@/lib/contract/openapi/document-path";
import { errorResponses } from "@/lib/contract/openapi/errors";
import type { JsonSchema, SchemaComponents } from "@/lib/contract/openapi/json-schema";

/** Where a document is being made: in which API's words, with which schemas, for which installation. */
export type Making = { dialect: Dialect; components: SchemaComponents; baseUrl: string };

const capital = (id: string) => id[0]!.toUpperCase() + id.slice(1);

function description(endpoint: Endpoint, { callers }: Dialect): string {
  const { scope, apiScope, feature, addressLimitPerHour, bodyLimitBytes } = endpoint;
  const held = scope ?? apiScope;
  const needs = [held && `scope \`${held}\``, feature && `feature \`${feature}\``].filter(Boolean).join(", ");
  const notes = [
    callers[endpoint.auth],
    needs && `Needs ${needs}.`,
    endpoint.issuesRewards && "In production only once the partner is live.",
    addressLimitPerHour && `At most ${addressLimitPerHour} calls an hour from one address.`,
    bodyLimitBytes && bodyLimitBytes !== BODY_LIMIT_BYTES && `Bodies up to ${bodyLimitBytes / 1024} KiB.`,
  ].filter(Boolean);
  return [endpoint.description, notes.join(" ")].filter(Boolean).join("\n\n");
}

function parametersOf(endpoint: Endpoint, { components, dialect }: Making): object[] {
  const fields = (schema: Endpoint["params"], place: "path" | "query") =>
    (schema ? components.fields(schema) : []).map((field) => ({
      ...field,
      in: place,
      required: place === "path" || field.required,
    }));
  return [...fields(endpoint.params, "path"), ...fields(endpoint.query, "query"), ...dialect.parametersOf(endpoint)];
}

function successResponses(endpoint: Endpoint, schema: JsonSchema | null, { components, dialect }: Making) {
  const headers = dialect.successHeaders(endpoint);
  const example = dialect.examples[endpoint.id]?.response;
  const file = fieldsOf(endpoint.query).includes("format") && { "text/csv": { schema: { type: "string" } } };
  const json = (body: JsonSchema, value?: object) => ({
    content: { "application/json": { schema: body, ...(value && { example: value }) } },
  });
  const alternatives = Object.entries(endpoint.alternatives ?? {}).map(([status, { description, response }]) => [
    status,
    {
      description,
      headers: dialect.successHeaders({}),
      ...json(components.response(`${capital(endpoint.id)}${status}`, response)),
    },
  ]);
  const meaning = endpoint.status === 204 ? "Done. No body." : endpoint.status === 201 ? "Created." : "OK.";
  const content = schema && { content: { ...json(schema, example).content, ...file } };
  return {
    [endpoint.status]: { description: meaning, headers, ...content },
    ...Object.fromEntries(alternatives),
  };
}

/** One operation of a document, from its contract. */
export function operation(endpoint: Endpoint, making: Making) {
  const { dialect, components } = making;
  const parameters = parametersOf(endpoint, making);
  const name = capital(endpoint.id);
  const read = dialect.responseOf(endpoint);
  const response = read ? components.response(`${name}Response`, read) : null;
  const example = dialect.examples[endpoint.id]?.request;
  const body = endpoint.body && {
    required: true,
    content: {
      "application/json": { schema: components.request(`${name}Request`, endpoint.body), ...(example && { example }) },
    },
  };
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: dialect.summaryOf(endpoint),
    description: description(endpoint, dialect),
    security: dialect.security[endpoint.auth],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: {
      ...successResponses(endpoint, response, making),
      ...errorResponses(endpoint, making, response),
    },
    ...(endpoint.scope && { "x-scope": endpoint.scope }),
    ...(endpoint.apiScope && { "x-scope": endpoint.apiScope }),
    ...(endpoint.feature && { "x-feature": endpoint.feature }),
    "x-error-codes": errorsOf(endpoint).map(dialect.printCode),
  };
}

/** Every operation under its path and method. */
export function pathsOf(endpoints: readonly Endpoint[], making: Making): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = documentPath(endpoint.path);
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(endpoint, making);
  }
  return paths;
}

/** The collected schemas, by name. */
export function schemasOf({ components }: Making): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(components.schemas).toSorted(([a], [b]) => a.localeCompare(b)));
}
