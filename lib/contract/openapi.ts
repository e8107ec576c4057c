import { type Auth, BODY_LIMIT_BYTES, type Endpoint, errorsOf } from "@/lib/contract/endpoint";
import { ErrorBody } from "@/lib/contract/error-body";
import { wireCode } from "@/lib/contract/error-guide";
import { GIVING_TAGS, givingEndpoints } from "@/lib/contract/giving-endpoints";
import { errorExamples, errorResponses } from "@/lib/contract/openapi/errors";
import { EXAMPLES } from "@/lib/contract/openapi/examples";
import { HEADERS, successHeaders } from "@/lib/contract/openapi/headers";
import { introduction } from "@/lib/contract/openapi/introduction";
import { type JsonSchema, SchemaComponents } from "@/lib/contract/openapi/json-schema";
import { DELIVERY_HEADERS, EVENTS_TAG, webhookOperations } from "@/lib/contract/openapi/webhooks";
import { givingEvents } from "@/lib/contract/webhook-events";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

const SIGNED = { partnerKey: [], timestamp: [], signature: [] };
const USER = { userToken: [] };

const SECURITY: Record<Auth, object[]> = {
  none: [],
  token: [USER],
  widget: [{ partnerKey: [] }, SIGNED],
  signed: [SIGNED, USER],
  "signed-secret": [SIGNED, USER],
  admin: [USER],
  scoped: [{ partnerApiKey: [] }],
};

const CALLERS: Record<Auth, string> = {
  none: "Anyone may call this.",
  token: "For signed-in people: send a user token.",
  widget: "From a browser with a publishable key alone, or signed with any key.",
  signed: "Signed with a secret or a publishable key, or with a user token.",
  "signed-secret": "Signed with a secret key, or with a user token. A publishable key is refused.",
  admin: "For administrators: send an administrator's token.",
  scoped: "For API clients: send a scoped key in x-senior-guru-api-key.",
};

const SECURITY_SCHEMES = {
  userToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The accessToken of `POST /v1/partner/auth/login`, good for 15 minutes.",
  },
  partnerKey: {
    type: "apiKey",
    in: "header",
    name: "X-Partner-Key",
    description: "Publishable (`pk_…`) or secret key (`sk_…`).",
  },
  timestamp: { type: "apiKey", in: "header", name: "X-Timestamp", description: "Unix time in seconds: ten digits." },
  signature: {
    type: "apiKey",
    in: "header",
    name: "X-Signature",
    description: "HMAC-SHA-256 over timestamp, method, path and body hash, keyed with hmacSecret; hex.",
  },
};

const ENVIRONMENT_PARAMETER = {
  name: "X-Partner-Environment",
  in: "header",
  required: false,
  description: "Which dataset a user token reads and writes. A key's own prefix decides for keys.",
  schema: { type: "string", enum: ENVIRONMENTS, default: "sandbox" },
};

const capital = (id: string) => id[0]!.toUpperCase() + id.slice(1);

function description(endpoint: Endpoint): string {
  const { scope, feature, addressLimitPerHour, bodyLimitBytes } = endpoint;
  const needs = [scope && `scope \`${scope}\``, feature && `feature \`${feature}\``].filter(Boolean).join(", ");
  const notes = [
    CALLERS[endpoint.auth],
    needs && `Needs ${needs}.`,
    endpoint.issuesRewards && "In production only once the partner is live.",
    addressLimitPerHour && `At most ${addressLimitPerHour} calls an hour from one address.`,
    bodyLimitBytes && bodyLimitBytes !== BODY_LIMIT_BYTES && `Bodies up to ${bodyLimitBytes / 1024} KiB.`,
  ].filter(Boolean);
  return [endpoint.description, notes.join(" ")].filter(Boolean).join("\n\n");
}

function parametersOf(endpoint: Endpoint, components: SchemaComponents): object[] {
  const fields = (schema: Endpoint["params"], place: "path" | "query") =>
    (schema ? components.fields(schema) : []).map((field) => ({
      ...field,
      in: place,
      required: place === "path" || field.required,
    }));
  const takesEither = endpoint.auth === "signed" || endpoint.auth === "signed-secret";
  return [
    ...fields(endpoint.params, "path"),
    ...fields(endpoint.query, "query"),
    ...(takesEither ? [{ $ref: "#/components/parameters/PartnerEnvironment" }] : []),
  ];
}

function successResponses(endpoint: Endpoint, schema: JsonSchema | null, components: SchemaComponents) {
  const headers = successHeaders(endpoint);
  const example = EXAMPLES[endpoint.id]?.response;
  const json = (body: JsonSchema, value?: object) => ({
    content: { "application/json": { schema: body, ...(value && { example: value }) } },
  });
  const alternatives = Object.entries(endpoint.alternatives ?? {}).map(([status, { description, response }]) => [
    status,
    {
      description,
      headers: successHeaders({}),
      ...json(components.response(`${capital(endpoint.id)}${status}`, response)),
    },
  ]);
  const meaning = endpoint.status === 204 ? "Done. No body." : endpoint.status === 201 ? "Created." : "OK.";
  return {
    [endpoint.status]: { description: meaning, headers, ...(schema && json(schema, example)) },
    ...Object.fromEntries(alternatives),
  };
}

function operation(endpoint: Endpoint, baseUrl: string, components: SchemaComponents) {
  const parameters = parametersOf(endpoint, components);
  const name = capital(endpoint.id);
  const response = endpoint.response ? components.response(`${name}Response`, endpoint.response) : null;
  const example = EXAMPLES[endpoint.id]?.request;
  const body = endpoint.body && {
    required: true,
    content: {
      "application/json": { schema: components.request(`${name}Request`, endpoint.body), ...(example && { example }) },
    },
  };
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: description(endpoint),
    security: SECURITY[endpoint.auth],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: {
      ...successResponses(endpoint, response, components),
      ...errorResponses(endpoint, baseUrl, response),
    },
    ...(endpoint.scope && { "x-scope": endpoint.scope }),
    ...(endpoint.feature && { "x-feature": endpoint.feature }),
    "x-error-codes": errorsOf(endpoint).map(wireCode),
  };
}

/** `/users/:externalId` becomes `/users/{externalId}`. */
export function documentPath(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

/** The giving API as an OpenAPI 3.1 document: everything in it comes from the contracts, nothing is written twice. */
export function openApiDocument(baseUrl: string) {
  const components = new SchemaComponents();
  components.inline(ErrorBody);
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of givingEndpoints) {
    const path = documentPath(endpoint.path);
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(endpoint, baseUrl, components);
  }
  const webhooks = webhookOperations(givingEvents, components);
  return {
    openapi: "3.1.1",
    info: {
      title: "Portico Partner API",
      version: "1",
      summary: "Signed calls, reward tokens, webhooks.",
      description: introduction(baseUrl),
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: baseUrl, description: "Sandbox and production: the key decides." }],
    externalDocs: { description: "Every error code, with what to do about it", url: `${baseUrl}/errors` },
    tags: [...GIVING_TAGS, EVENTS_TAG],
    security: [],
    paths,
    webhooks,
    components: {
      securitySchemes: SECURITY_SCHEMES,
      parameters: { PartnerEnvironment: ENVIRONMENT_PARAMETER, ...DELIVERY_HEADERS },
      headers: HEADERS,
      examples: errorExamples(givingEndpoints),
      schemas: Object.fromEntries(Object.entries(components.schemas).toSorted(([a], [b]) => a.localeCompare(b))),
    },
  };
}
