import { type DocumentFacts, PARTNER_PREFIX } from "@/lib/contract/directory/documents/facts";
import { API_VERSION, KEY_HEADER } from "@/lib/contract/directory/envelope";
import type { Endpoint } from "@/lib/contract/endpoint";
import { DIRECTORY_DIALECT, DIRECTORY_HEADERS, DirectoryError } from "@/lib/contract/openapi/directory-dialect";
import { errorExamples } from "@/lib/contract/openapi/errors";
import { SchemaComponents } from "@/lib/contract/openapi/json-schema";
import { pathsOf, schemasOf } from "@/lib/contract/openapi/operation";

/** Groups of the partner operations, with what belongs to each; those of administrators come after them. */
const TAGS = [
  { name: "Providers", description: "Publicly visible providers, and summaries and readiness of each." },
  { name: "Claims", description: "Claims of ownership and corrections, with their evidence and status." },
  { name: "Events", description: "Published events and their aggregated analytics." },
  { name: "Community", description: "Published posts of the community, with disclosures." },
  { name: "Ads", description: "Advertising placements with disclosure labels." },
  { name: "Campaigns", description: "Published marketing campaigns and their aggregated metrics." },
  { name: "Reviews", description: "Published reviews and their summaries." },
  { name: "Newsroom", description: "Articles, newsletters, sources, performance and readiness." },
  { name: "Aggregation", description: "How ready the import of the directory is." },
  { name: "System", description: "Usage, webhooks and the documentation resources." },
  { name: "Open API operations", description: "Clients, keys, promotion, usage and audit, for administrators." },
];

const SECURITY_SCHEMES = {
  partnerApiKey: {
    type: "apiKey",
    in: "header",
    name: KEY_HEADER,
    description: "The secret of an API client's key (`tsg_live_…`). `Authorization: Bearer` is taken as well.",
  },
  adminToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "An administrator's access token. Partner keys never open these operations.",
  },
};

const INTRODUCTION = `Scoped keys open the publicly visible inventory of the directory, usage evidence and webhook verification.
Every call is limited, scoped and audited. Answers are \`{ data, meta }\`, refusals \`{ error, code }\`.`;

/** What administrators do with the directory, after what partners do (contract 8). */
function catalogue(endpoints: readonly Endpoint[]): Endpoint[] {
  const own = endpoints.filter(({ api }) => api === "directory");
  const isForPartners = ({ path }: Endpoint) => path.startsWith(`${PARTNER_PREFIX}/`);
  return [...own.filter(isForPartners), ...own.filter((endpoint) => !isForPartners(endpoint))];
}

function tagsOf(endpoints: readonly Endpoint[]) {
  const known = TAGS.map(({ name }) => name);
  const further = new Set(endpoints.map(({ tag }) => tag).filter((tag) => !known.includes(tag)));
  return [...TAGS, ...[...further].map((name) => ({ name, description: `${name}, for administrators.` }))];
}

/** The directory API as an OpenAPI 3.1 catalogue, from the contracts that it is served by (contract 6.11). */
export function directoryDocument({ baseUrl, endpoints }: Pick<DocumentFacts, "baseUrl" | "endpoints">) {
  const components = new SchemaComponents();
  components.inline(DirectoryError);
  const making = { dialect: DIRECTORY_DIALECT, components, baseUrl };
  const catalogued = catalogue(endpoints);
  return {
    openapi: "3.1.0",
    info: {
      title: "The Senior Guru partner API",
      version: API_VERSION,
      summary: "Scoped keys, governed inventory, usage evidence, signed webhooks.",
      description: INTRODUCTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: baseUrl, description: "Sandbox and production: the API client decides." }],
    externalDocs: { description: "The developer page", url: `${baseUrl}/developers` },
    tags: tagsOf(catalogued),
    security: [],
    paths: pathsOf(catalogued, making),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      headers: DIRECTORY_HEADERS,
      examples: errorExamples(catalogued, DIRECTORY_DIALECT),
      schemas: schemasOf(making),
    },
  };
}
