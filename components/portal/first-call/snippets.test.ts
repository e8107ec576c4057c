import { execFile } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  FIRST_CALLS,
  firstCallSnippet,
  NODE_SIGN,
  PYTHON_SIGN,
  SNIPPET_LANGUAGES,
  secretsSnippet,
} from "@/components/portal/first-call/snippets";
import { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { makeSdkProject } from "@/lib/testing/sdk-project";

const run = promisify(execFile);

const HMAC_SECRET = "8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d";
const SECRET_KEY = `sk_test_${"1".repeat(64)}`;
const PUBLISHABLE_KEY = `pk_test_${"2".repeat(64)}`;
const ENVIRONMENT = { ...process.env, PORTICO_HMAC_SECRET: HMAC_SECRET, PORTICO_SECRET_KEY: SECRET_KEY };

/** Timestamp, method, path, body and signature, as the API's documentation prints them. */
const VECTORS = [
  [
    "1767225600",
    "GET",
    "/v1/partner/users?page=1&limit=20",
    "",
    "be96b6070b18bca6a7984ab1b5f174ebcee5adfcbb7c72a96260dcfac863cec2",
  ],
  [
    "1767225660",
    "POST",
    "/v1/partner/actions/submit",
    '{"idempotencyKey":"order-7001","actionType":"PURCHASE","amount":49.99,"currency":"USD","stakeholders":[{"stakeholderTypeCode":"CUSTOMER","partnerUserId":"cust-314"}],"autoCreateUsers":true}',
    "441e0e2c8b7a11a3af849b654ec7ee80c81afc1f18e0128b9a29e74f736a04cb",
  ],
  [
    "1767225720",
    "DELETE",
    "/v1/partner/webhooks/695b9e0d4f1a2b3c4d5e6f70",
    "",
    "63f7a5bd43ec668f0c9c35c45cbd9d4b6511366a13c3a39faad5910fdfdfd782",
  ],
  [
    "1767225780",
    "PATCH",
    "/v1/partner/users/jane%2Btag%40example.com",
    '{"firstName":"Zoë","metadata":{"city":"Kraków"}}',
    "575dcb52eaa479830d4e55f0ff56fffa6293e4fb0f5cc67561ab41bf29d38d1f",
  ],
] as const;

type Received = { method: string; target: string; headers: IncomingMessage["headers"]; body: Buffer };

let received: Received[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url: target = "", headers } = request;
  received.push({ method, target, headers, body: Buffer.concat(chunks) });
  response.statusCode = 402;
  response.end('{"code":"INSUFFICIENT_POOL"}');
});

let project: Awaited<ReturnType<typeof makeSdkProject>>;
beforeAll(async () => {
  project = await makeSdkProject();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(async () => {
  await project.remove();
  await new Promise((closed) => server.close(closed));
});

const PROGRAMS = {
  bash: { needs: ["bash", "curl", "openssl"], args: (code: string) => ["-c", code] },
  javascript: { needs: ["node"], args: (code: string) => ["--input-type=module", "-e", code] },
  python: { needs: ["python3"], args: (code: string) => ["-c", code] },
  sdk: { needs: ["node"], args: (code: string) => ["--input-type=module", "-e", code] },
} as const;

// Starting programs is slow where others work too.
vi.setConfig({ testTimeout: 60_000 });

/** Whether the search path has it, without starting it. */
function isPresent(program: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

function isMissing(language: keyof typeof PROGRAMS): boolean {
  return !PROGRAMS[language].needs.every(isPresent);
}

async function execute(language: keyof typeof PROGRAMS, code: string, env: NodeJS.ProcessEnv = ENVIRONMENT) {
  const { needs, args } = PROGRAMS[language];
  // The package is found from where the program runs.
  return run(needs[0], args(code), { env, ...(language === "sdk" && { cwd: project.folder }) });
}

function expectedSignature({ method, target, headers, body }: Received): string {
  const bodyHash = createHash("sha256").update(body).digest("hex");
  const payload = `${headers["x-timestamp"]}${method}${target}${bodyHash}`;
  return createHmac("sha256", HMAC_SECRET).update(payload).digest("hex");
}

const CALLS = SNIPPET_LANGUAGES.flatMap((language) => FIRST_CALLS.map((kind) => ({ language, kind })));

describe("a snippet, run as printed, makes a call that verifies", () => {
  test.for(CALLS)("$language, $kind", async ({ language, kind }, { skip }) => {
    if (isMissing(language)) skip(`needs ${PROGRAMS[language].needs.join(", ")}`);
    received = [];
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { stdout } = await execute(
      language,
      firstCallSnippet(language, { kind, baseUrl, publishableKey: PUBLISHABLE_KEY }),
    );

    const [call] = received;
    expect(call?.headers["x-signature"]).toBe(call && expectedSignature(call));
    expect(call?.headers["x-timestamp"]).toMatch(/^\d{10}$/);
    if (kind === "users") {
      expect(call).toMatchObject({ method: "GET", target: "/v1/partner/users?limit=1" });
      expect(call?.headers["x-partner-key"]).toBe(PUBLISHABLE_KEY);
    } else {
      expect(call).toMatchObject({ method: "POST", target: "/v1/partner/actions/submit" });
      expect(call?.headers).toMatchObject({ "x-partner-key": SECRET_KEY, "content-type": "application/json" });
      expect(SubmitAction.parse(JSON.parse(String(call?.body)))).toMatchObject({ actionType: "PURCHASE" });
    }
    expect(stdout, "the answer is shown, a refusal too").toContain("INSUFFICIENT_POOL");
    expect(stdout).toContain("402");
  });
});

describe("the signing function agrees with the documented vectors", () => {
  test.for(VECTORS)("Node.js: %s %s %s", async ([timestamp, method, path, body, signature]) => {
    const code = `import { createHash, createHmac } from "node:crypto";\n${NODE_SIGN}
      console.log(sign(${[timestamp, method, path, body].map((text) => JSON.stringify(text)).join(", ")}));`;
    expect((await execute("javascript", code)).stdout.trim()).toBe(signature);
  });

  test.for(VECTORS)("Python: %s %s %s", async ([timestamp, method, path, body, signature], { skip }) => {
    if (isMissing("python")) skip("needs python3");
    const code = `import hashlib, hmac, os, sys\n${PYTHON_SIGN}\nprint(sign(*sys.argv[1:4], sys.argv[4].encode()))`;
    const { stdout } = await run("python3", ["-c", code, timestamp, method, path, body], { env: ENVIRONMENT });
    expect(stdout.trim()).toBe(signature);
  });
});

test("no snippet holds a secret or asks for one in its text", () => {
  for (const { language, kind } of CALLS) {
    const code = firstCallSnippet(language, {
      kind,
      baseUrl: "https://api.example.org",
      publishableKey: PUBLISHABLE_KEY,
    });
    expect(code).not.toMatch(/sk_(test|live)_/);
    expect(code).toContain("PORTICO_HMAC_SECRET");
  }
});

test("a base URL cannot break out of the shell's quotes", async ({ skip }) => {
  if (isMissing("bash")) skip("needs bash");
  const snippet = {
    kind: "users",
    baseUrl: "http://127.0.0.1:1/'; echo broken '",
    publishableKey: PUBLISHABLE_KEY,
  } as const;
  const { stdout } = await execute("bash", `curl() { :; }\n${firstCallSnippet("bash", snippet)}`);
  expect(stdout).not.toContain("broken");
});

test("bash names the secret that is not set", async ({ skip }) => {
  if (isMissing("bash")) skip("needs bash");
  const snippet = { kind: "users", baseUrl: "http://127.0.0.1:1", publishableKey: PUBLISHABLE_KEY } as const;
  const code = `curl() { :; }\n${firstCallSnippet("bash", snippet)}`;
  const { stderr } = await execute("bash", code, { ...process.env, PORTICO_HMAC_SECRET: "" });
  expect(stderr).toContain("PORTICO_HMAC_SECRET: is not set");
});

describe("the commands that load the secrets", () => {
  const code = secretsSnippet("portico-checkout-sandbox", "00ff");

  test("say which file and which key", () => {
    expect(code).toContain("./portico-checkout-sandbox.env");
    expect(code).toContain("…00ff");
  });

  test("leave what the file holds untouched by the lines to fill in", () => {
    const commands = code.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(commands).toEqual(["set -a; . ./portico-checkout-sandbox.env; set +a"]);
  });
});
