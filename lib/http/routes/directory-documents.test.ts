import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";
import { CARD_ORDER } from "@/lib/contract/directory/documents/endpoint-cards";
import type { VolumeEvidence } from "@/lib/contract/directory/documents/paging-schemas";
import { sandboxEvidence } from "@/lib/contract/directory/documents/sandbox-evidence";
import type { SandboxEvidence, SdkPublishReadiness } from "@/lib/contract/directory/documents/schemas";
import { SDK_GATES } from "@/lib/contract/directory/documents/sdk-readiness";
import type { SigningGuide } from "@/lib/contract/directory/documents/signing-guide";
import { volumeEvidence } from "@/lib/contract/directory/documents/volume-evidence";
import { directoryEndpoints } from "@/lib/contract/directory-endpoints";
import { isPage, PAGES, PUBLIC_LINKS } from "@/lib/contract/pages";
import { documentFacts } from "@/lib/http/documents/document-facts";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { documentRoutes } from "@/lib/http/routes/directory-documents";
import { type Mounted, mounts, send } from "@/lib/testing/mounts";

const run = promisify(execFile);
const BASE = "/api/v1/partner";
const shape = (path: string) => path.replace(/:\w+|\{\w+\}/g, "*");

let mounted: Mounted;
beforeAll(async () => {
  mounted = await mounts[0]!.start(directoryRoutes);
});
afterAll(() => mounted.close());

async function read<D>(name: string): Promise<D> {
  const answer = await mounted.call({ target: `${BASE}/${name}` });
  expect(answer.status).toBe(200);
  expect(Object.keys(answer.body)).toEqual(["data"]);
  return answer.body.data;
}

async function readCsv(name: string) {
  const answer = await fetch(`http://127.0.0.1:${mounted.port}${BASE}/${name}?format=csv`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const text = await answer.text();
  expect(text).not.toMatch(/\r|\n$/);
  const [header, ...lines] = text.split("\n");
  for (const line of lines) expect(line).toMatch(/^"([^"]|"")*"(,"([^"]|"")*")*$/);
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return { file: answer.headers.get("content-disposition"), header, rows };
}

describe.each(documentRoutes.routes.map(({ endpoint }) => [endpoint.path, endpoint] as const))(
  "%s",
  (path, endpoint) => {
    test("is open to anyone, names its envelope, and holds no more than it promises", async () => {
      const answer = await mounted.call({ target: path });
      expect(answer.status).toBe(200);
      expect(answer.headers["x-senior-guru-envelope-version"]).toBe("2026-05-14.partner.v1");
      expect(endpoint.response!.parse(answer.body)).toEqual(answer.body);
      expect(answer.body.data.generatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const isUntitled = /changelog|signing-guide/.test(path);
      expect("title" in answer.body.data).toBe(!isUntitled);
    });

    test("takes no other method and no key", async () => {
      expect((await mounted.call({ method: "POST", target: path, body: "{}" })).status).toBe(405);
      const withKey = await mounted.call({ target: path, headers: { "x-senior-guru-api-key": "wrong" } });
      expect(withKey.status).toBe(200);
    });
  },
);

// The contract's fields of each document (6), and of the rows in it.
const FIELDS: [name: string, list: string | null, fields: string, rowFields?: string][] = [
  [
    "onboarding-checklist",
    "steps",
    "title mode objective minimumScopes optionalScopes promotionControls steps nextActions",
    "key title owner requiredScopes endpoint completionSignal blocker",
  ],
  [
    "changelog",
    "entries",
    "currentVersion policy entries nextActions",
    "version releasedAt status summary additions breakingChanges migrationNotes affectedEndpoints",
  ],
  [
    "sdk-package-plan",
    "packages",
    "title objective status packages requiredSecurityControls releaseChecklist ownerBlockers nextActions",
    "language packageName status publicModule responsibilities releaseGate",
  ],
  [
    "sdk-publish-readiness",
    "packages",
    "title status packagePlanEndpoint packages totals inheritedSecurityControls blockers nextActions",
    "language packageName registry status requiredEnv configuredEnv blockers nextActions",
  ],
  [
    "sandbox-evidence",
    "rows",
    "title status currentVersion linkHealth totals reviewGates rows",
    "evidenceType subject status owner endpoint summary blocker",
  ],
  [
    "response-envelope",
    null,
    "title currentVersion envelope requiredHeaders successShape errorShape versioningRules nextActions",
  ],
  [
    "response-pagination",
    null,
    "title status queryParameters paginatedEndpoints metaShape versioningRules nextActions",
  ],
  [
    "pagination-evaluation",
    "rows",
    "title status recommendation currentContract totals migrationGates compatibilityRules rows",
    "endpoint currentMode stableSort cursorCandidate risk productionTrigger",
  ],
  [
    "pagination-volume-evidence",
    "rows",
    "title status evaluationEndpoint currentRecommendation totals rows blockers nextActions",
    "endpoint currentMode stableSort cursorCandidate risk thresholdRows thresholdDailySyncs thresholdPageDepth requiredEvidenceEnv status blockers nextActions",
  ],
  [
    "webhooks/signing-guide",
    null,
    "version algorithm signatureHeader eventHeader userAgent signedContent toleranceSeconds supportedEvents verificationSteps sample failureHandling",
  ],
  [
    "developer-docs",
    "endpoints",
    "version title baseUrl authentication endpoints webhooks sdkExamples sandboxOnboarding changelog sdkPackagePlan sandboxEvidence responseEnvelope responsePagination paginationEvaluation operationalControls nextActions",
    "path method summary tags",
  ],
];

test.each(FIELDS)("%s has the contract's fields, in %s too", async (name, list, fields, rowFields) => {
  const document = await read<Record<string, object[]>>(name);
  expect(Object.keys(document).toSorted()).toEqual(`generatedAt ${fields}`.split(" ").toSorted());
  for (const row of list ? document[list]! : []) {
    expect(Object.keys(row).toSorted()).toEqual(rowFields!.split(" ").toSorted());
  }
});

describe("the onboarding checklist", () => {
  test("has 31 steps in the contract's order", async () => {
    const { steps, ...rest } = await read<DeveloperDocs["sandboxOnboarding"]>("onboarding-checklist");
    expect(steps.map(({ key }) => key).join(" ")).toBe(
      "create-sandbox-client mint-sandbox-key read-provider-inventory read-provider-detail read-provider-visibility read-provider-reputation-readiness read-provider-review-summary read-provider-event-summary read-provider-community-summary read-provider-ad-summary read-provider-campaign-summary read-community-events read-event-analytics read-published-reviews read-community-posts read-newsroom-articles read-newsroom-newsletters read-provider-newsletter-summary read-newsroom-performance read-newsroom-readiness read-newsroom-sources read-ad-placements read-aggregation-readiness read-published-campaigns submit-provider-claim poll-provider-claim-status submit-provider-claim-evidence verify-usage-evidence create-webhook-subscription verify-webhook-signatures review-production-promotion",
    );
    const owners = { platform_admin: "A", partner_engineer: "E", partner_ops: "O" };
    expect(steps.map(({ owner }) => owners[owner]).join("")).toBe("AAEEOOOOOOOEOEEEEOOOEEOEEEEOAEO");
    const [P, M] = ["/api/v1/partner", "/api/v1/admin"];
    const ofProvider = "visibility reputation-readiness review-summary event-summary community-summary ad-summary";
    expect(steps.map(({ endpoint }) => endpoint)).toEqual([
      ...[`POST ${M}/api-clients`, `POST ${M}/api-clients/{id}/keys`, `GET ${P}/providers`, `GET ${P}/providers/{id}`],
      ...`${ofProvider} campaign-summary`.split(" ").map((name) => `GET ${P}/providers/{id}/${name}`),
      ...["events", "events/{id}/analytics", "reviews", "community/posts"].map((path) => `GET ${P}/${path}`),
      ...["newsroom/articles", "newsroom/newsletters", "providers/{id}/newsletter-summary", "newsroom/performance"].map(
        (path) => `GET ${P}/${path}`,
      ),
      ...["newsroom/readiness", "newsroom/sources", "ads/placements", "aggregation/readiness", "campaigns"].map(
        (path) => `GET ${P}/${path}`,
      ),
      ...[`POST ${P}/claims`, `GET ${P}/claims/{id}?claimantEmail={email}`],
      ...[`POST ${P}/claims/{id}/verification-evidence`, `GET ${P}/usage?format=csv`],
      ...[`POST ${M}/webhook-subscriptions`, `POST ${P}/webhooks/verify`, `GET ${M}/api-usage-analytics`],
    ]);
    expect(rest.minimumScopes).toEqual(["providers:read", "events:read", "usage:read"]);
    expect(rest.optionalScopes.join()).toBe(
      "webhooks:write,reviews:read,community:read,newsroom:read,campaigns:read,ads:read,claims:write",
    );
    expect(rest.promotionControls).toHaveLength(4);
  });

  test("asks for the scope that the contract of each step's endpoint asks for", async () => {
    const { steps } = await read<DeveloperDocs["sandboxOnboarding"]>("onboarding-checklist");
    const scopes = new Map(directoryEndpoints.map((each) => [`${each.method} ${shape(each.path)}`, each.apiScope]));
    for (const { endpoint, requiredScopes } of steps.slice(0, -1)) {
      const [method, target] = endpoint.split(" ") as [string, string];
      const scope = scopes.get(`${method} ${shape(target.split("?")[0]!)}`);
      if (scope) expect([endpoint, requiredScopes]).toEqual([endpoint, [scope]]);
    }
    expect(steps.at(-1)!.requiredScopes).toEqual(["providers:read", "events:read", "usage:read", "webhooks:write"]);
    const ofAdmins = steps.filter(({ owner }) => owner === "platform_admin");
    expect(ofAdmins.map(({ requiredScopes }) => requiredScopes)).toEqual([[], [], ["webhooks:write"]]);
  });
});

test("the changelog has the version that is served and the one that is planned", async () => {
  const { entries, ...rest } = await read<DeveloperDocs["changelog"]>("changelog");
  expect(rest).toMatchObject({ currentVersion: "0.1.0", policy: { deprecationNoticeDays: 90 } });
  const [current, planned, ...others] = entries;
  expect(current).toMatchObject({ version: "0.1.0", releasedAt: "2026-05-14", status: "current" });
  expect(planned).toMatchObject({ version: "0.2.0", releasedAt: "planned", status: "planned" });
  expect([others, current!.breakingChanges, planned!.breakingChanges]).toEqual([[], [], []]);
  const scoped = directoryEndpoints.filter(({ auth }) => auth === "scoped");
  const called = scoped.map(({ method, path }) => `${method} ${shape(path)}`);
  const documents = ["onboarding-checklist", "developer-docs", "webhooks/signing-guide"];
  expect(current!.affectedEndpoints.map(shape).toSorted()).toEqual(
    [...called, ...documents.map((name) => `GET ${BASE}/${name}`)].toSorted(),
  );
  expect(planned!.affectedEndpoints).toEqual(["usage", "developer-docs", "changelog"].map((n) => `GET ${BASE}/${n}`));
});

test("the package plan names both packages with their functions, and counts what the contract counts", async () => {
  const plan = await read<DeveloperDocs["sdkPackagePlan"]>("sdk-package-plan");
  expect(plan.packages).toMatchObject([
    {
      ...{ language: "node", packageName: "@theseniorguru/webhooks", status: "planned" },
      publicModule: "verifySeniorGuruWebhookSignature",
    },
    {
      ...{ language: "python", packageName: "theseniorguru-webhooks", status: "planned" },
      publicModule: "verify_senior_guru_webhook_signature",
    },
  ]);
  const lists = [plan.requiredSecurityControls, plan.releaseChecklist, plan.ownerBlockers, plan.nextActions];
  expect(lists.map(({ length }) => length)).toEqual([5, 5, 3, 3]);
  for (const { responsibilities } of plan.packages) expect(responsibilities).toHaveLength(3);
  expect(plan.nextActions[0]).toMatch(/^Keep the inline examples/);
});

describe("the catalogue", () => {
  test("has one card for each operation that the contracts promise to partners", () => {
    const promised = directoryEndpoints.map(({ path }) => path).filter((path) => path.startsWith(`${BASE}/`));
    expect(promised.map(shape).toSorted()).toEqual(CARD_ORDER.map((path) => shape(BASE + path)).toSorted());
  });

  test("shows 38 operations, in page order, each naming its scope", async () => {
    const { endpoints } = await read<DeveloperDocs>("developer-docs");
    expect(endpoints.map(({ path }) => path)).toEqual(CARD_ORDER.map((path) => BASE + path));
    expect(endpoints).toHaveLength(38);
    const tags = new Set(endpoints.flatMap((each) => each.tags));
    expect([...tags].toSorted().join()).toBe(
      "Ads,Aggregation,Campaigns,Claims,Community,Events,Newsroom,Providers,Reviews,System",
    );
    const scoped = directoryEndpoints.filter(({ auth }) => auth === "scoped");
    expect(scoped).toHaveLength(27);
    for (const { path, apiScope } of scoped) {
      expect(endpoints.find((each) => shape(each.path) === shape(path))!.summary).toContain(apiScope!);
    }
  });

  test("the composite repeats what each document says", async () => {
    const docs = await read<DeveloperDocs>("developer-docs");
    const parts = {
      sandboxOnboarding: "onboarding-checklist",
      changelog: "changelog",
      sdkPackagePlan: "sdk-package-plan",
      sandboxEvidence: "sandbox-evidence",
      responseEnvelope: "response-envelope",
      responsePagination: "response-pagination",
      paginationEvaluation: "pagination-evaluation",
    } as const;
    for (const [part, name] of Object.entries(parts)) {
      const { generatedAt: _, ...whole } = await read<{ generatedAt: string }>(name);
      expect(docs[part as keyof typeof parts]).toMatchObject(whole);
    }
    expect(docs.authentication).toMatchObject({ type: "apiKey", header: "x-senior-guru-api-key" });
    expect(docs.authentication.requiredScopes.join()).toBe(
      "providers:read,events:read,reviews:read,community:read,ads:read,campaigns:read,usage:read,webhooks:write",
    );
    expect(docs.authentication.allScopes).toHaveLength(10);
    expect(docs.operationalControls).toHaveLength(5);
  });
});

describe("the signing guide", () => {
  test("shows the published sample, signed by the code that signs", async () => {
    const guide = await read<SigningGuide>("webhooks/signing-guide");
    const { sample, supportedEvents, verificationSteps } = guide;
    expect(sample.rawBody).toBe(
      '{"id":"webhook-delivery-example","eventType":"provider.updated","subjectId":"provider-example","payload":{"providerId":"provider-example","status":"updated"},"createdAt":"2026-05-14T21:00:00.000Z"}',
    );
    expect(sample.signature).toBe("t=1778792400,v1=c6712f63cdc2c4dc3c0df540b951905799fab2b40a2a0f61570461a0d07166c2");
    expect(sample.headers).toEqual({
      "content-type": "application/json",
      "user-agent": "TheSeniorGuru-Webhooks/0.1",
      "x-senior-guru-event": "provider.updated",
      "x-senior-guru-signature": sample.signature,
    });
    expect([supportedEvents.length, verificationSteps.length]).toEqual([12, 6]);
    expect(sample).toMatchObject({ secret: "whsec_example_do_not_use", timestamp: 1_778_792_400 });
    expect(sample.payload).toEqual(JSON.parse(sample.rawBody));
    expect(guide).toMatchObject({
      ...{ version: "v1", algorithm: "HMAC-SHA256", signedContent: "timestamp.rawBody", toleranceSeconds: 300 },
      ...{ signatureHeader: "x-senior-guru-signature", eventHeader: "x-senior-guru-event" },
      userAgent: "TheSeniorGuru-Webhooks/0.1",
      failureHandling: {
        retryableStatuses: ["failed", "blocked"],
        replayableStatuses: ["failed", "blocked", "delivered"],
      },
    });
  });

  // Starting programs is slow where others work too.
  vi.setConfig({ testTimeout: 60_000 });

  test.each([
    ["node", "node", ["--input-type=module", "-e"]],
    ["python", "python3", ["-c"]],
  ] as const)("the %s example runs as it stands and finds the sample valid", async (language, program, args) => {
    const { sdkExamples } = await read<DeveloperDocs>("developer-docs");
    const { code } = sdkExamples.find((each) => each.language === language)!;
    const present = await run(program, ["--version"]).catch(() => null);
    if (!present) return expect(language).toBe("python");
    expect((await run(program, [...args, code])).stdout.trim()).toBe("valid = true");
    const altered = code.replace('"status":"updated"', '"status":"deleted"');
    expect((await run(program, [...args, altered])).stdout.trim()).toBe("valid = false");
  });

  test("the curl example takes the key from the environment", async () => {
    const { sdkExamples, baseUrl } = await read<DeveloperDocs>("developer-docs");
    const { code } = sdkExamples.find(({ language }) => language === "curl")!;
    expect(code).toContain(`${baseUrl}/api/v1/partner/providers`);
    expect(code).toContain("$SENIOR_GURU_API_KEY");
    expect(code).toContain("accept: application/json");
  });
});

describe("the sandbox evidence", () => {
  test("counts the rows it has", async () => {
    const { totals, rows } = await read<SandboxEvidence>("sandbox-evidence");
    const count = (type: string) => rows.filter(({ evidenceType }) => evidenceType === type).length;
    expect(totals).toEqual({
      rows: rows.length,
      onboardingSteps: count("onboarding_step"),
      partnerEndpoints: count("partner_endpoint"),
      apiVersions: count("api_version"),
      ownerBlockers: count("sdk_owner_blocker"),
    });
    expect(totals).toMatchObject({ onboardingSteps: 31, apiVersions: 2, ownerBlockers: 3 });
  });

  test("has 74 rows, and every link of the product leads somewhere", async () => {
    const { totals, linkHealth, status } = await read<SandboxEvidence>("sandbox-evidence");
    expect(totals).toMatchObject({ rows: 74, partnerEndpoints: 38 });
    expect(linkHealth).toMatchObject({ status: "passed", invalid: 0 });
    expect(linkHealth.total).toBeGreaterThan(60);
    expect(status).toBe("ready_for_partner_review");
  });

  test("names each thing by the contract's subject, status, owner and endpoint, paths in order", async () => {
    const { rows, reviewGates } = await read<SandboxEvidence>("sandbox-evidence");
    const { steps } = await read<DeveloperDocs["sandboxOnboarding"]>("onboarding-checklist");
    expect(reviewGates).toHaveLength(4);
    const paths = CARD_ORDER.map((path) => BASE + path).toSorted((a, b) => (a < b ? -1 : 1));
    expect(rows.map(({ subject, status, owner, endpoint }) => [subject, status, owner, endpoint])).toEqual([
      ...steps.map(({ key, owner, endpoint }) => [key, "required", owner, endpoint]),
      ...paths.map((path) => [path, "documented", "partner_engineer", path]),
      ["0.1.0", "current", "partner_ops", `GET ${BASE}/changelog`],
      ["0.2.0", "planned", "partner_ops", `GET ${BASE}/changelog`],
      ...[1, 2, 3].map((n) => [
        ...[`sdk-blocker-${n}`, "blocked_pending_owner_approval", "platform_admin"],
        `GET ${BASE}/sdk-package-plan`,
      ]),
    ]);
  });

  test("is blocked where a link leads nowhere", () => {
    const facts = documentFacts(new Date());
    const endpoints = facts.endpoints.filter(({ path }) => path !== `${BASE}/usage`);
    expect(sandboxEvidence({ ...facts, endpoints })).toMatchObject({
      status: "blocked_link_health",
      // The card, the onboarding step and the planned version lead there.
      linkHealth: { status: "failed", invalid: 3 },
      totals: { partnerEndpoints: 37, rows: 73 },
    });
  });

  test("as CSV has the same rows", async () => {
    const { rows } = await read<SandboxEvidence>("sandbox-evidence");
    const csv = await readCsv("sandbox-evidence");
    expect(csv.header).toBe("evidenceType,subject,status,owner,endpoint,summary,blocker");
    expect(csv.file).toBe('attachment; filename="partner-sandbox-evidence-0.1.0.csv"');
    expect(csv.rows).toEqual(rows);
  });
});

describe("the pages of the app", () => {
  test("are those that link health knows", () => {
    const entries = readdirSync("app", { recursive: true, encoding: "utf8" });
    const addresses = entries
      .filter((entry) => /(^|\/)(page\.tsx|route\.ts)$/.test(entry))
      .map(
        (entry) =>
          `/${entry
            .split("/")
            .slice(0, -1)
            .filter((part) => !part.startsWith("("))
            .join("/")}`,
      );
    expect([...PAGES].toSorted()).toEqual([...new Set(addresses)].toSorted());
  });

  test("have an address each, and nothing else has", () => {
    for (const link of PUBLIC_LINKS) expect([link, isPage(link)]).toEqual([link, true]);
    expect(isPage("/users/cust-314")).toBe(true);
    expect(isPage("/no-such-page")).toBe(false);
    expect(isPage("/users/cust-314/more")).toBe(false);
  });
});

describe("the publish readiness", () => {
  test("blocks on each closed gate and names no value", async () => {
    const document = await read<SdkPublishReadiness>("sdk-publish-readiness");
    expect(document.status).toBe("blocked_pending_owner_approval");
    expect(document.totals).toEqual({ packages: 2, ready: 0, blocked: 2 });
    expect(document.packages.flatMap(({ requiredEnv }) => requiredEnv)).toEqual(SDK_GATES);
    expect(document.blockers).toHaveLength(12);
    expect(document.blockers[0]).toMatch(/^@theseniorguru\/webhooks: SDK_NPM_ORG_OWNER /);
    expect(document.packagePlanEndpoint).toBe(`GET ${BASE}/sdk-package-plan`);
    expect(SDK_GATES.join(" ")).toBe(
      "SDK_NPM_ORG_OWNER SDK_NPM_PUBLISH_APPROVED SDK_NPM_PROVENANCE_ENABLED SDK_NPM_2FA_CONFIRMED SDK_NPM_README_REVIEWED SDK_NPM_SMOKE_EVIDENCE_URL SDK_PYPI_PROJECT_OWNER SDK_PYPI_PUBLISH_APPROVED SDK_PYPI_TRUSTED_PUBLISHING_ENABLED SDK_PYPI_2FA_CONFIRMED SDK_PYPI_README_REVIEWED SDK_PYPI_SMOKE_EVIDENCE_URL",
    );
  });

  test("opens gates by settings that are there and not false", async () => {
    for (const name of SDK_GATES) vi.stubEnv(name, name.includes("NPM") ? "planted-value" : "False");
    const document = await read<SdkPublishReadiness>("sdk-publish-readiness");
    expect(
      document.packages.map(({ registry, status, configuredEnv }) => [registry, status, configuredEnv.length]),
    ).toEqual([
      ["npm", "ready_for_signed_prerelease", 6],
      ["pypi", "blocked_pending_owner_approval", 0],
    ]);
    expect(document.status).toBe("blocked_pending_owner_approval");
    expect(JSON.stringify(document)).not.toContain("planted-value");
    for (const name of SDK_GATES) vi.stubEnv(name, "true");
    expect(await read("sdk-publish-readiness")).toMatchObject({ status: "ready_for_signed_prerelease", blockers: [] });
  });

  test("as CSV has packages, then blockers, then actions", async () => {
    const csv = await readCsv("sdk-publish-readiness");
    expect(csv.header).toBe("language,packageName,registry,status,requiredEnv,configuredEnv,blockers,nextActions");
    expect(csv.file).toMatch(/filename="webhook-sdk-publish-readiness-\d{4}-\d\d-\d\d\.csv"$/);
    expect([...new Set(csv.rows.map(({ language }) => language))]).toEqual([
      "node",
      "python",
      "blocker",
      "next_action",
    ]);
    expect(csv.rows[0]!.requiredEnv).toMatch(/^SDK_NPM_ORG_OWNER; SDK_NPM_PUBLISH_APPROVED; /);
    expect(csv.rows.filter(({ language }) => language === "blocker")).toHaveLength(12);
  });
});

describe("pagination", () => {
  test("is described as it is served", async () => {
    expect(await read("response-pagination")).toMatchObject({
      status: "active",
      queryParameters: {
        page: { type: "integer", default: 1, min: 1, max: 10_000 },
        pageSize: { type: "integer", default: 50, min: 1, max: 100 },
      },
      paginatedEndpoints: ["providers", "events", "reviews", "community/posts", "ads/placements", "campaigns"].map(
        (path) => `GET ${BASE}/${path}`,
      ),
    });
  });

  test("is evaluated for nine lists, one of them at high risk", async () => {
    const { totals, rows, ...rest } = await read<DeveloperDocs["paginationEvaluation"]>("pagination-evaluation");
    const { paginatedEndpoints, versioningRules, metaShape } =
      await read<DeveloperDocs["responsePagination"]>("response-pagination");
    expect(Object.keys(metaShape.pagination).join(" ")).toBe(
      "page pageSize total pageCount hasNextPage hasPreviousPage nextPage previousPage offset",
    );
    expect([versioningRules, rest.migrationGates, rest.compatibilityRules].map(({ length }) => length)).toEqual([
      4, 4, 4,
    ]);
    expect(rest).toMatchObject({
      status: "offset_pagination_current",
      currentContract: { status: "active", pageSizeMax: 100, endpoints: paginatedEndpoints },
    });
    expect(
      rows.map(({ endpoint, stableSort, cursorCandidate, risk }) => [endpoint, stableSort, cursorCandidate, risk]),
    ).toEqual(
      [
        ["providers", "name_ascending", "name+id", "low"],
        ["events", "startDate_ascending", "startDate+id", "medium"],
        ["reviews", "submittedAt_descending", "submittedAt+id", "medium"],
        ["community/posts", "publishedAt_descending", "publishedAt+id", "medium"],
        ["newsroom/articles", "publishedAt_descending", "publishedAt+id", "medium"],
        ["newsroom/newsletters", "scheduledFor_descending", "scheduledFor+id", "medium"],
        ["newsroom/sources", "name_ascending", "name+id", "low"],
        ["ads/placements", "placementId_ascending", "placementId", "low"],
        ["campaigns", "updatedAt_descending", "updatedAt+id", "high"],
      ].map(([path, ...row]) => [`GET ${BASE}/${path}`, ...row]),
    );
    expect(totals).toEqual({ evaluatedEndpoints: 9, cursorCandidateEndpoints: 9, highRiskEndpoints: 1 });
    expect(rows.find(({ risk }) => risk === "high")!.endpoint).toBe(`GET ${BASE}/campaigns`);
    const csv = await readCsv("pagination-evaluation");
    expect(csv.header).toBe("endpoint,currentMode,stableSort,cursorCandidate,risk,productionTrigger");
    expect(csv.file).toBe('attachment; filename="partner-pagination-evaluation.csv"');
    expect(csv.rows).toEqual(rows);
  });

  test("waits for evidence of volume while there is none", async () => {
    const document = await read<VolumeEvidence>("pagination-volume-evidence");
    expect(document.status).toBe("blocked_pending_production_volume_evidence");
    expect(document.totals).toEqual({
      endpoints: 9,
      triggerMet: 0,
      offsetStillAcceptable: 0,
      blockedPendingEvidence: 9,
    });
    expect(document.blockers).toHaveLength(9);
    expect(document.evaluationEndpoint).toBe(`GET ${BASE}/pagination-evaluation`);
    expect(document.rows[7]).toMatchObject({
      thresholdRows: 25_000,
      thresholdDailySyncs: 24,
      thresholdPageDepth: 100,
      requiredEvidenceEnv: [
        "PARTNER_ADS_PLACEMENTS_ROWS",
        "PARTNER_ADS_PLACEMENTS_DAILY_SYNCS",
        "PARTNER_ADS_PLACEMENTS_MAX_PAGE_DEPTH",
      ],
    });
    expect(document.rows[7]).not.toHaveProperty("productionRows");
  });

  test.each([
    ["PARTNER_CAMPAIGNS_ROWS", "5000", "cursor_candidate_trigger_met"],
    ["PARTNER_CAMPAIGNS_ROWS", "4999", "offset_pagination_still_acceptable"],
    ["PARTNER_CAMPAIGNS_MAX_PAGE_DEPTH", "0", "offset_pagination_still_acceptable"],
    ["PARTNER_CAMPAIGNS_DAILY_SYNCS", "-1", "blocked_pending_production_volume_evidence"],
    ["PARTNER_CAMPAIGNS_DAILY_SYNCS", "many", "blocked_pending_production_volume_evidence"],
  ])("with %s = %s the list is %s", async (name, value, status) => {
    vi.stubEnv(name, value);
    const document = await read<VolumeEvidence>("pagination-volume-evidence");
    expect(document.rows.at(-1)).toMatchObject({ endpoint: `GET ${BASE}/campaigns`, status });
    const isMet = status === "cursor_candidate_trigger_met";
    expect(document.status).toBe(isMet ? status : "blocked_pending_production_volume_evidence");
  });

  test.each([
    ["NEWSROOM_NEWSLETTERS", 10_000, 12, 50],
    ["ADS_PLACEMENTS", 25_000, 24, 100],
    ["CAMPAIGNS", 5000, 6, 25],
  ])("meets its trigger for %s from %i rows, %i syncs or a depth of %i on", (resource, ...thresholds) => {
    const names = ["ROWS", "DAILY_SYNCS", "MAX_PAGE_DEPTH"].map((figure) => `PARTNER_${resource}_${figure}`);
    const facts = documentFacts(new Date());
    const statusWith = (settings: Record<string, string>) =>
      volumeEvidence({ ...facts, settings }).rows.find(
        ({ requiredEvidenceEnv }) => requiredEvidenceEnv[0] === names[0],
      )!.status;
    for (const [index, threshold] of thresholds.entries()) {
      expect(statusWith({ [names[index]!]: String(threshold) })).toBe("cursor_candidate_trigger_met");
      expect(statusWith({ [names[index]!]: String(threshold - 1) })).toBe("offset_pagination_still_acceptable");
    }
  });

  test("is settled once every list has evidence below its thresholds", async () => {
    const { rows } = await read<VolumeEvidence>("pagination-volume-evidence");
    for (const { requiredEvidenceEnv } of rows) vi.stubEnv(requiredEvidenceEnv[1]!, "1");
    const document = await read<VolumeEvidence>("pagination-volume-evidence");
    expect(document).toMatchObject({ status: "offset_pagination_current", blockers: [] });
    const csv = await readCsv("pagination-volume-evidence");
    expect(csv.header).toBe(
      "endpoint,currentMode,stableSort,cursorCandidate,risk,status,productionRows,dailyPartnerSyncs,observedMaxPageDepth,thresholdRows,thresholdDailySyncs,thresholdPageDepth,requiredEvidenceEnv,blockers,nextActions",
    );
    expect(csv.file).toMatch(/filename="partner-pagination-volume-evidence-\d{4}-\d\d-\d\d\.csv"$/);
    expect(csv.rows[0]).toMatchObject({ productionRows: "", dailyPartnerSyncs: "1", blockers: "" });
  });
});

test("the envelope is described as it is sent", async () => {
  const document = await read<DeveloperDocs["responseEnvelope"]>("response-envelope");
  const usage = await send(mounted.port, { target: `${BASE}/usage` });
  expect(document.currentVersion).toBe(usage.headers["x-senior-guru-envelope-version"]);
  for (const header of document.errorShape.headers) expect(usage.headers).toHaveProperty([header]);
  expect(document.envelope).toEqual({
    ...{ version: "2026-05-14.partner.v1", dataPath: "data", metaPath: "meta", errorPath: "error" },
  });
  expect(Object.keys(document.successShape.meta)).toEqual(["apiClientId", "sandboxMode", "responseEnvelope"]);
  expect(document.errorShape.headers).toEqual(["x-senior-guru-api-status", "x-senior-guru-envelope-version"]);
  expect(document.requiredHeaders).toEqual([
    ...["x-senior-guru-envelope-version", "x-senior-guru-api-client", "x-senior-guru-sandbox"],
    ...["x-ratelimit-limit", "x-ratelimit-window"],
  ]);
  expect(document.versioningRules).toHaveLength(4);
});
