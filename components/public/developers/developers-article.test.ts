import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { createElement } from "react";
import { renderToReadableStream } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { DevelopersArticle } from "@/components/public/developers/developers-article";
import { TooltipProvider } from "@/components/ui/tooltip";
import { type DeveloperDocs, developerDocs } from "@/lib/contract/directory/documents/developer-docs";
import { directoryAdminEndpoints } from "@/lib/contract/directory-admin-endpoints";
import { directoryEndpoints } from "@/lib/contract/directory-endpoints";
import { hmacSha256Hex } from "@/lib/platform/crypto";

const docs = developerDocs({
  now: new Date(),
  baseUrl: "https://partners.example.org",
  endpoints: [...directoryEndpoints, ...directoryAdminEndpoints],
  settings: {},
  sign: ({ secret, timestamp, body }) => `t=${timestamp},v1=${hmacSha256Hex(secret, `${timestamp}.${body}`)}`,
});

const ENTITIES: Record<string, string> = { "&quot;": '"', "&#x27;": "'", "&gt;": ">", "&lt;": "<", "&amp;": "&" };

/** What stands in a piece of HTML, without blanks: highlighted code has a tag around each word. */
const textOf = (html: string) =>
  html.replace(/<[^>]+>|\s/g, "").replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);

let html: string;
const sections = new Map<string, { text: string; items: number }>();
beforeAll(async () => {
  const article = createElement(TooltipProvider, null, createElement(DevelopersArticle, { docs }));
  const page = createElement(NuqsTestingAdapter, null, article);
  const stream = await renderToReadableStream(page);
  await stream.allReady;
  html = await new Response(stream).text();
  for (const section of html.split('<section aria-labelledby="').slice(1)) {
    const [id, rest] = [section.slice(0, section.indexOf('"')), section.slice(section.indexOf(">") + 1)];
    sections.set(id, { text: textOf(rest), items: rest.split("<li").length - 1 });
  }
});

// The contract's table of the page (11): the sections in their order, and what each shows.
const SHOWN: [string, (docs: DeveloperDocs) => unknown[]][] = [
  [
    "developers",
    () => ["Partner developer platform", "Open API operations console", "View docs JSON", "OpenAPI catalog"],
  ],
  ["base-url", () => ["Base URL", docs.baseUrl, "x-senior-guru-api-key", "sandbox", "approved"]],
  ["authentication", () => ["Authentication", "apiKey", ...docs.authentication.requiredScopes]],
  ["webhook-signing", () => ["Webhook signing", "HMAC-SHA256", "timestamp.rawBody with 300 s tolerance"]],
  ["events", () => ["Events", "12", ...docs.webhooks.supportedEvents.slice(0, 4)]],
  ["endpoints", () => docs.endpoints.flatMap(({ method, path, summary }) => [method + path, summary])],
  ["webhook-verification", () => ["Webhook verification contract", ...docs.webhooks.verificationSteps]],
  ["sample-signature", () => ["Sample signature", "t=1778792400,v1=c6712f63...", docs.webhooks.sampleRawBody]],
  ["sdk-examples", () => ["SDK examples", ...docs.sdkExamples.flatMap(({ title, code }) => [title, code])]],
  [
    "sandbox-onboarding",
    ({ sandboxOnboarding: { title, objective, steps } }) => [
      ...["Sandbox onboarding", title, objective, "Minimum scopes 3 providers:read, events:read, usage:read"],
      ...steps.flatMap(({ owner, title, endpoint, completionSignal, blocker }, index) => [
        ...[`${index + 1} · ${owner.replaceAll("_", " ")}`, title, endpoint, completionSignal, blocker],
      ]),
    ],
  ],
  [
    "changelog",
    ({ changelog: { policy, entries } }) => [
      ...["API changelog", "Current version 0.1.0", policy.preOneDotZero],
      `Deprecation notice 90 days ${policy.breakingChangeRule}`,
      ...entries.flatMap(({ version, status, summary, additions, migrationNotes }) => [
        ...[`${version} ${status} ${summary}`, ...additions, ...migrationNotes],
      ]),
    ],
  ],
  [
    "sdk-packages",
    ({ sdkPackagePlan: { title, objective, nextActions, packages } }) => [
      ...["SDK package plan", title, objective, `Status planned ${nextActions[0]}`],
      ...packages.flatMap(({ language, packageName, publicModule, responsibilities, releaseGate }) => [
        ...[language, packageName, publicModule, ...responsibilities, releaseGate],
      ]),
    ],
  ],
  ["sandbox-evidence", () => ["Sandbox evidence export", "74 rows", "Export status", "Link health: passed"]],
  [
    "response-envelope",
    ({ responseEnvelope: { requiredHeaders, versioningRules } }) => [
      ...["Response envelope", "2026-05-14.partner.v1", "Stable paths data / meta", ...requiredHeaders],
      ...versioningRules,
    ],
  ],
  [
    "response-pagination",
    ({ responsePagination: { paginatedEndpoints, versioningRules } }) => [
      ...["Response pagination", ...versioningRules, `Page size 50 ${paginatedEndpoints.join("")}`],
    ],
  ],
  [
    "cursor-evaluation",
    ({ paginationEvaluation: { recommendation, migrationGates } }) => [
      ...["Cursor evaluation", "offset pagination current", recommendation],
      `Evaluated endpoints 9 ${migrationGates.join("")}`,
    ],
  ],
  ["operations", () => ["Operations controls", ...docs.operationalControls]],
];

test("the page has the contract's sections in its order", () => {
  expect([...sections.keys()]).toEqual(SHOWN.map(([id]) => id));
});

test.each(SHOWN)("%s shows what the document says", (id, shown) => {
  const { text } = sections.get(id)!;
  for (const part of shown(docs)) expect(text).toContain(String(part).replace(/\s/g, ""));
});

test("there are 38 endpoint cards, 31 steps and the two links of the document", () => {
  expect([sections.get("endpoints")!.items, sections.get("sandbox-onboarding")!.items]).toEqual([38, 31]);
  for (const href of ["/api/v1/partner/developer-docs", "/api/v1/openapi"]) expect(html).toContain(`href="${href}"`);
});
