import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { strangersAtTheTop, violations } from "@/lib/testing/architecture";
import { parseSourceFile, readSourceFiles } from "@/lib/testing/source-files";

const root = process.cwd();

test("imports point down, and no file breaks a rule of the house", { timeout: 60_000 }, () => {
  const files = readSourceFiles(root);
  expect(files.map((file) => file.path)).toContain("lib/architecture.test.ts");
  expect(violations(files)).toEqual([]);
});

test("the top level holds only what must stand there", () => {
  expect(strangersAtTheTop(readdirSync(root))).toEqual([]);
});

describe("the check refuses", () => {
  const refused: [path: string, source: string][] = [
    ["app/page.tsx", `import { db } from "@/db/client"`],
    ["app/page.tsx", `import { submitAction } from "@/lib/domain/giving/actions/submit-action"`],
    ["app/page.tsx", `import { crypto } from "@/lib/platform/crypto"`],
    ["app/page.tsx", `import { client } from "@/inngest/client"`],
    ["server.ts", `import { db } from "@/db/client"`],
    ["server.ts", `import { job } from "@/inngest/functions/drain-outbox"`],
    ["components/ui/button.tsx", `import { giving } from "@/lib/contract/giving"`],
    ["components/portal/keys/list.tsx", `import { dispatch } from "@/lib/http/pipeline"`],
    ["components/portal/keys/list.tsx", `import { listKeys } from "@/lib/domain/keys/list-keys"`],
    ["components/portal/keys/list.tsx", `import { db } from "@/db/client"`],
    ["components/portal/keys/list.tsx", `import { readFileSync } from "node:fs"`],
    ["lib/http/pipeline.ts", `import Page from "@/app/page"`],
    ["lib/http/pipeline.ts", `import { Button } from "@/components/ui/button"`],
    ["lib/http/pipeline.ts", `import { db } from "@/db/client"`],
    ["lib/http/pipeline.ts", `import { job } from "@/inngest/functions/drain-outbox"`],
    ["lib/http/pipeline.ts", `import { NextResponse } from "next/server"`],
    ["inngest/functions/drain-outbox.ts", `import { db } from "@/db/client"`],
    ["inngest/functions/drain-outbox.ts", `import { dispatch } from "@/lib/http/pipeline"`],
    ["inngest/events.ts", `import { listKeys } from "@/lib/domain/keys/list-keys"`],
    ["lib/client/call.ts", `import { env } from "@/lib/platform/env"`],
    ["lib/client/call.ts", `import { createHmac } from "node:crypto"`],
    ["lib/contract/giving.ts", `import { env } from "@/lib/platform/env"`],
    ["lib/contract/giving.ts", `import { listKeys } from "@/lib/domain/keys/list-keys"`],
    ["lib/auth/options.ts", `import { dispatch } from "@/lib/http/pipeline"`],
    ["lib/domain/keys/create-key.ts", `import { giving } from "@/lib/contract/giving"`],
    ["lib/domain/keys/create-key.ts", `import { dispatch } from "@/lib/http/pipeline"`],
    ["lib/domain/keys/create-key.ts", `import { cookies } from "next/headers"`],
    ["lib/domain/keys/create-key.ts", `import { Inngest } from "inngest"`],
    ["lib/domain/keys/create-key.ts", `import { submitAction } from "@/lib/domain/giving/actions/submit-action"`],
    ["lib/domain/giving/pools/draw.ts", `import { search } from "@/lib/domain/directory/organizations/search"`],
    ["lib/domain/directory/organizations/search.ts", `import { draw } from "@/lib/domain/giving/pools/draw"`],
    ["lib/domain/keys/schemas.ts", `import { createKey } from "@/lib/domain/keys/create-key"`],
    ["lib/domain/keys/schemas.ts", `import { keys } from "@/db/schema/keys"`],
    ["lib/domain/keys/schemas.ts", `import { eq } from "drizzle-orm"`],
    [
      "lib/domain/giving/campaigns/reward.ts",
      `import { isWithinSchedule } from "@/lib/domain/giving/campaigns/schedule"`,
    ],
    ["lib/mail/render-mail.ts", `import { queueMail } from "@/lib/domain/mail/queue-mail"`],
    ["lib/mail/render-mail.ts", `import { env } from "@/lib/platform/env"`],
    ["lib/mail/render-mail.ts", `import { createTransport } from "nodemailer"`],
    ["db/client.ts", `import { createKey } from "@/lib/domain/keys/create-key"`],
    ["lib/platform/mail.ts", `import { ERRORS } from "@/lib/errors"`],
    ["lib/errors.ts", `import { env } from "@/lib/platform/env"`],
    ["lib/testing/context.ts", `import Page from "@/app/page"`],
    ["lib/utterly-new/thing.ts", `import { env } from "@/lib/platform/env"`],
    ["e2e/api/keys.spec.ts", `import { sign } from "@/lib/platform/crypto"`],
    ["e2e/api/keys.spec.ts", `import { db } from "@/db/client"`],
    ["sdk/node/src/webhooks.ts", `import { fail } from "@/lib/errors"`],
    ["sdk/node/src/webhooks.ts", `import { z } from "zod"`],
    ["lib/platform/env.test.ts", `import { createKey } from "@/lib/domain/keys/create-key"`],
    ["lib/platform/mail.ts", `import { request } from "node:https"`],
    ["lib/platform/mail.ts", `import { Agent } from "undici"`],
    ["lib/platform/mail.ts", `import { connect, isIP } from "node:net"`],
    ["lib/platform/mail.ts", `import net from "node:net"`],
    ["lib/domain/webhooks/deliver.ts", `await fetch("https://example.org")`],
    ["lib/domain/webhooks/deliver.ts", `await globalThis.fetch("https://example.org")`],
    ["components/portal/keys/list.tsx", `await fetch("/v1/partner/keys")`],
    ["lib/domain/webhooks/deliver.ts", `const { request } = await import("node:http")`],
    ["lib/domain/webhooks/deliver.ts", `const net = await import("net"); net.connect(80, "example.org")`],
    ["lib/domain/webhooks/deliver.ts", `await import("node:" + "http")`],
    ["lib/domain/webhooks/deliver.ts", `const tls = require("node:tls")`],
    ["lib/domain/webhooks/deliver.ts", `process.getBuiltinModule("node:http2").connect("https://example.org")`],
    ["lib/domain/webhooks/deliver.ts", `const call = fetch; await call("https://example.org")`],
    ["lib/domain/webhooks/deliver.ts", `const call = globalThis.fetch`],
    ["lib/domain/webhooks/deliver.ts", `await globalThis["fetch"]("https://example.org")`],
    ["lib/domain/webhooks/deliver.ts", `await post({ fetch })`],
    ["lib/domain/webhooks/deliver.ts", `export const outside = { send: fetch }`],
    ["lib/domain/webhooks/deliver.ts", `const later = (send = fetch) => send("https://example.org")`],
    ["lib/domain/webhooks/deliver.ts", `await fetch.call(undefined, "https://example.org")`],
    ["lib/domain/webhooks/deliver.ts", "new XMLHttpRequest()"],
    ["lib/http/pipeline.ts", `new WebSocket("wss://example.org")`],
    ["inngest/embedded-driver.ts", `new globalThis.WebSocket("wss://example.org")`],
    ["app/page.tsx", `new EventSource("https://example.org")`],
    ["db/seed.ts", `import { connect } from "node:net"`],
    ["inngest/functions/deliver-webhook.ts", `import https from "node:https"`],
    ["lib/auth/options.ts", `import axios from "axios"`],
    ["lib/domain/keys/index.ts", `export const keys = 1`],
    ["lib/domain/keys/all.ts", `export * from "@/lib/domain/keys/create-key"`],
    ["lib/platform/utils.ts", "export const one = 1"],
    ["lib/platform/string-helpers.ts", "export const one = 1"],
    ["components/common/card.tsx", "export const one = 1"],
    ["lib/platform/key-manager.ts", "export const one = 1"],
    ["components/portal/chart-data.ts", "export const one = 1"],
    ["lib/http/handle-request.ts", "export const one = 1"],
  ];

  test.each(refused)("%s: %s", (path, source) => {
    expect(violations([parseSourceFile(path, source)])).toHaveLength(1);
  });

  test("files that import one another, a type or a value, however many lie between", () => {
    const [one, two, three] = [
      parseSourceFile("lib/platform/one.ts", `import type { Two } from "@/lib/platform/two"`),
      parseSourceFile("lib/platform/two.ts", `import { three } from "@/lib/platform/three"; import "node:path"`),
      parseSourceFile("lib/platform/three.ts", `import { one } from "./one"`),
    ];
    expect(violations([one, two, three])).toEqual([
      "lib/platform/one imports lib/platform/two imports lib/platform/three imports lib/platform/one",
    ]);
    expect(violations([one, two])).toEqual([]);
  });

  test("a stranger at the top of the tree", () => {
    expect(strangersAtTheTop(["app", "scripts", ".git", "vitest.config.ts"])).toEqual(["scripts", "vitest.config.ts"]);
  });
});

describe("the check sees an import written as", () => {
  test.each([
    `import { db } from "@/db/client"`,
    `import type { Db } from "@/db/client"`,
    `import "@/db/client"`,
    `import db = require("@/db/client")`,
    `export { db } from "@/db/client"; export const one = 1`,
    `export * from "@/db/client"; export const one = 1`,
    `const { db } = await import("@/db/client")`,
    "const { db } = await import(`@/db/client`)",
    `const { db } = require("@/db/client")`,
    `type Db = import("@/db/client").Db`,
    `import { db } from "../../../db/client"`,
    `import { db } from "@/db/client.ts"`,
  ])("%s", (source) => {
    expect(violations([parseSourceFile("components/portal/keys/list.tsx", source)])).toHaveLength(1);
  });
});

describe("the check allows", () => {
  const allowed: [path: string, source: string][] = [
    ["app/v1/partner/[...path]/route.ts", `import { givingRoutes } from "@/lib/http/routes/giving"`],
    ["app/api/inngest/route.ts", `import { functions } from "@/inngest/functions/drain-outbox"`],
    ["app/layout.tsx", `import { env } from "@/lib/platform/env"`],
    ["server.ts", `import { startJobs } from "@/inngest/embedded-driver"; import { createServer } from "node:http"`],
    ["components/portal/keys/list.tsx", `import { Scope } from "@/lib/domain/keys/scopes"`],
    ["lib/domain/giving/actions/submit-action.ts", `import { drawFromPool } from "@/lib/domain/giving/pools/draw"`],
    ["lib/domain/giving/actions/submit-action.ts", `import { recordEvent } from "@/lib/domain/webhooks/record-event"`],
    ["lib/domain/keys/create-key.test.ts", `import { testContext } from "@/lib/testing/context"`],
    ["lib/domain/keys/create-key.test.ts", `import { aPartner } from "@/db/testing/factories"`],
    ["lib/domain/mail/queue-mail.ts", `import { renderMail } from "@/lib/mail/render-mail"`],
    ["lib/mail/letter.tsx", `import type { ReactNode } from "react"`],
    ["db/schema/keys.ts", `import { KEY_STATUSES } from "@/lib/domain/keys/statuses"`],
    ["e2e/api/keys.spec.ts", `import { aPartner } from "@/db/testing/factories"; await fetch("/v1")`],
    ["components/portal/snippet.tsx", "export const snippet = `import http from 'http'; fetch('/v1')`"],
    ["components/ui/data-table.tsx", "export const one = 1"],
    ["lib/domain/keys/prefetch.ts", "export const prefetch = { fetch: 1 }; cache.fetch(prefetch.fetch)"],
    ["lib/platform/url-guard.ts", `import { isIP } from "node:net"`],
    ["lib/http/request.ts", `import type { IncomingMessage } from "node:http"`],
  ];

  test.each(allowed)("%s: %s", (path, source) => {
    expect(violations([parseSourceFile(path, source)])).toEqual([]);
  });
});
