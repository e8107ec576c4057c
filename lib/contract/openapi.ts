import { ErrorBody, exampleOf, examplePath } from "@/lib/contract/error-body";
import { wireCode } from "@/lib/contract/error-guide";
import { GIVING_TAGS, givingEndpoints } from "@/lib/contract/giving-endpoints";
import type { Dialect } from "@/lib/contract/openapi/dialect";
import { errorExamples } from "@/lib/contract/openapi/errors";
import { EXAMPLES } from "@/lib/contract/openapi/examples";
import { errorHeaders, HEADERS, successHeaders } from "@/lib/contract/openapi/headers";
import { introduction } from "@/lib/contract/openapi/introduction";
import { SchemaComponents } from "@/lib/contract/openapi/json-schema";
import { pathsOf, schemasOf } from "@/lib/contract/openapi/operation";
import { DELIVERY_HEADERS, EVENTS_TAG, webhookOperations } from "@/lib/contract/openapi/webhooks";
import { givingEvents } from "@/lib/contract/webhook-events";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

const SIGNED = { partnerKey: [], timestamp: [], signature: [] };
const USER = { userToken: [] };

const SECURITY: Dialect["security"] = {
  none: [],
  token: [USER],
  widget: [{ partnerKey: [] }, SIGNED],
  signed: [SIGNED, USER],
  "signed-secret": [SIGNED, USER],
  admin: [USER],
};

const CALLERS: Dialect["callers"] = {
  none: "Anyone may call this.",
  token: "For signed-in people: send a user token.",
  widget: "From a browser with a publishable key alone, or signed with any key.",
  signed: "Signed with a secret or a publishable key, or with a user token.",
  "signed-secret": "Signed with a secret key, or with a user token. A publishable key is refused.",
  admin: "For administrators: send an administrator's token.",
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

const DIALECT: Dialect = {
  security: SECURITY,
  callers: CALLERS,
  printCode: wireCode,
  exampleOf: (code, endpoint) => exampleOf(code, examplePath(endpoint)),
  errorBody: "ErrorBody",
  successHeaders,
  errorHeaders: (_, status, mayWait) => errorHeaders(status, mayWait),
  summaryOf: ({ summary }) => summary,
  responseOf: ({ response }) => response,
  parametersOf({ auth }) {
    const takesEither = auth === "signed" || auth === "signed-secret";
    return takesEither ? [{ $ref: "#/components/parameters/PartnerEnvironment" }] : [];
  },
  examples: EXAMPLES,
};

/** The giving API as an OpenAPI 3.1 document: everything in it comes from the contracts, nothing is written twice. */
export function openApiDocument(baseUrl: string) {
  const components = new SchemaComponents();
  components.inline(ErrorBody);
  const making = { dialect: DIALECT, components, baseUrl };
  const paths = pathsOf(givingEndpoints, making);
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
      examples: errorExamples(givingEndpoints, DIALECT),
      schemas: schemasOf(making),
    },
  };
}
