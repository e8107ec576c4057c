import { execFile } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NODE_SAMPLE, PYTHON_SAMPLE, SHELL_SAMPLE } from "./code-samples";

const run = promisify(execFile);

const HMAC_SECRET = "8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d";
const SECRET_KEY = "sk_test_of_the_samples";

type Received = { method: string; target: string; headers: IncomingMessage["headers"]; body: Buffer };

const received: Received[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received.push({
    method: request.method ?? "",
    target: request.url ?? "",
    headers: request.headers,
    body: Buffer.concat(chunks),
  });
  response.setHeader("Content-Type", "application/json");
  response.end('{"status":"COMPLETED"}');
});

beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));
afterAll(() => new Promise((closed) => server.close(closed)));

async function hasProgram(name: string): Promise<boolean> {
  return run(name, ["--version"]).then(
    () => true,
    () =>
      run(name, ["version"]).then(
        () => true,
        () => false,
      ),
  );
}

/** The signature as the API's documentation describes it, computed over what arrived. */
function expectedSignature({ method, target, headers, body }: Received): string {
  const bodyHash = createHash("sha256").update(body).digest("hex");
  return createHmac("sha256", HMAC_SECRET)
    .update(`${headers["x-timestamp"]}${method}${target}${bodyHash}`)
    .digest("hex");
}

describe("each sample of the landing page, run as printed, sends a call with a valid signature", () => {
  const samples = [
    { label: "Node.js", program: "node", args: ["--input-type=module", "-e", NODE_SAMPLE], needs: ["node"] },
    { label: "Python", program: "python3", args: ["-c", PYTHON_SAMPLE], needs: ["python3"] },
    { label: "curl", program: "bash", args: ["-c", SHELL_SAMPLE], needs: ["bash", "curl", "openssl"] },
  ];

  test.for(samples)("$label", async ({ program, args, needs }, { skip }) => {
    const present = await Promise.all(needs.map(hasProgram));
    if (present.includes(false)) skip(`needs ${needs.join(", ")}`);
    const before = received.length;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { stdout } = await run(program, args, {
      env: { ...process.env, PORTICO_BASE_URL: url, PORTICO_HMAC_SECRET: HMAC_SECRET, PORTICO_SECRET_KEY: SECRET_KEY },
    });

    const call = received[before];
    expect(call).toBeDefined();
    if (!call) return;
    expect(call.method).toBe("POST");
    expect(call.target).toBe("/v1/partner/actions/submit");
    expect(call.headers["x-partner-key"]).toBe(SECRET_KEY);
    expect(call.headers["x-timestamp"]).toMatch(/^\d{10}$/);
    expect(call.headers["x-signature"]).toBe(expectedSignature(call));
    expect(JSON.parse(call.body.toString())).toMatchObject({ actionType: "PURCHASE", amount: 49.99, currency: "USD" });
    expect(stdout).toContain("COMPLETED");
  });
});
