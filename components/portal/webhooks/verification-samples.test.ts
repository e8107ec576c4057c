import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  NODE_RECEIVER,
  PYTHON_RECEIVER,
  SECRET_VARIABLE,
  sdkReceiver,
} from "@/components/portal/webhooks/verification-samples";
import { makeSdkProject } from "@/lib/testing/sdk-project";

const run = promisify(execFile);

// The contract's vector, section 9.1.
const SECRET = "whsec_1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809";
const SIGNED_AT = 1767225662;
const SIGNATURE = "sha256=2eeed32bd0e406dd6067ceb683d5d82d49d4c85e8827afe93f68f4935bb3e0cf";
const BODY =
  '{"id":"evt_695b9e0d4f1a2b3c4d5e6f71","type":"action.completed","createdAt":"2026-01-01T00:01:01.000Z","data":{"environment":"sandbox","actionId":"695b9e0d4f1a2b3c4d5e6f72","idempotencyKey":"order-7001","actionType":"PURCHASE","status":"COMPLETED","tokensDistributed":50,"transactionIds":["695b9e0d4f1a2b3c4d5e6f73"]}}';

type Receiver = { label: string; program: string; args: (source: string) => string[]; source: string; ask: string };

/** `ask` calls the sample's own function, with what a test hands over, in place of starting its server. */
const RECEIVERS: Receiver[] = [
  {
    label: "Node.js",
    program: "node",
    args: (source) => ["--input-type=module", "-e", source],
    source: NODE_RECEIVER,
    ask: `${NODE_RECEIVER.slice(0, NODE_RECEIVER.indexOf("createServer(async"))}
      const { body, headers, now } = JSON.parse(process.env.CASE);
      console.log(isGenuine(Buffer.from(body), headers, now));`,
  },
  {
    label: "Python",
    program: "python3",
    args: (source) => ["-c", source],
    source: PYTHON_RECEIVER,
    ask: `${PYTHON_RECEIVER.slice(0, PYTHON_RECEIVER.indexOf("class Receiver"))}
import email.message
case, headers = json.loads(os.environ["CASE"]), email.message.Message()
for name, value in case["headers"].items(): headers[name] = value
print(str(is_genuine(case["body"].encode(), headers, case["now"])).lower())`,
  },
];

const SIGNED = { "x-sir-timestamp": String(SIGNED_AT), "x-sir-signature": SIGNATURE };
const CASES: [
  what: string,
  given: { body?: string; headers?: object; now?: number; secret?: string },
  answer: string,
][] = [
  ["accepts the contract's vector", {}, "true"],
  [
    "accepts the former secret's signature beside a new one",
    {
      headers: { ...SIGNED, "x-sir-signature": `sha256=${"0".repeat(64)}`, "x-sir-signature-previous": SIGNATURE },
    },
    "true",
  ],
  ["accepts a clock 300 seconds away", { now: SIGNED_AT + 300 }, "true"],
  ["refuses a timestamp 301 seconds old", { now: SIGNED_AT + 301 }, "false"],
  ["refuses a timestamp 301 seconds ahead", { now: SIGNED_AT - 301 }, "false"],
  ["refuses a body that was serialised anew", { body: JSON.stringify(JSON.parse(BODY), null, 1) }, "false"],
  ["refuses another secret", { secret: SECRET.replace("whsec_", "") }, "false"],
  ["refuses a moved timestamp", { headers: { ...SIGNED, "x-sir-timestamp": String(SIGNED_AT + 1) } }, "false"],
  ["refuses a timestamp that is no number", { headers: { ...SIGNED, "x-sir-timestamp": "soon" } }, "false"],
  ["refuses a signature cut short", { headers: { ...SIGNED, "x-sir-signature": SIGNATURE.slice(0, -2) } }, "false"],
  ["refuses a signature outside ASCII", { headers: { ...SIGNED, "x-sir-signature": "sha256=é" } }, "false"],
  ["refuses a request without the headers", { headers: {} }, "false"],
];

async function isPresent(program: string): Promise<boolean> {
  return run(program, ["--version"]).then(
    () => true,
    () => false,
  );
}

describe.each(RECEIVERS)("the $label receiver", ({ program, args, source, ask }) => {
  let server: ChildProcess | undefined;
  afterEach(() => {
    server?.kill();
  });

  test.for(CASES)("%s", async ([, given, answer], { skip }) => {
    if (!(await isPresent(program))) skip(`needs ${program}`);
    const { secret = SECRET, body = BODY, headers = SIGNED, now = SIGNED_AT } = given;
    const { stdout } = await run(program, args(ask), {
      env: { ...process.env, [SECRET_VARIABLE]: secret, CASE: JSON.stringify({ body, headers, now }) },
    });
    expect(stdout.trim()).toBe(answer);
  });

  test("as printed, answers 204 to a genuine event and 401 to a forged one", async ({ skip }) => {
    if (!(await isPresent(program))) skip(`needs ${program}`);
    const port = await freePort();
    server = spawn(program, args(source), {
      env: { ...process.env, [SECRET_VARIABLE]: SECRET, PORT: String(port) },
      stdio: "ignore",
    });
    expect(await deliver(port, BODY)).toBe(204);
    expect(await deliver(port, BODY.replace("50", "5000"), BODY)).toBe(401);
  });
});

describe("the receiver of the SDK", () => {
  let project: Awaited<ReturnType<typeof makeSdkProject>>;
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    project = await makeSdkProject();
  });
  afterAll(async () => {
    server?.kill();
    await project.remove();
  });

  test("as printed, answers 204 to a genuine event and 401 to a forged one", async () => {
    const port = await freePort();
    server = spawn("node", ["--input-type=module", "-e", sdkReceiver("https://partners.example.org")], {
      cwd: project.folder,
      env: { ...process.env, [SECRET_VARIABLE]: SECRET, PORT: String(port) },
      stdio: "ignore",
    });
    expect(await deliver(port, BODY)).toBe(204);
    expect(await deliver(port, BODY.replace("50", "5000"), BODY)).toBe(401);
  });
});

async function deliver(port: number, body: string, signed = body): Promise<number> {
  const timestamp = Math.floor(Date.now() / 1000);
  const mac = createHmac("sha256", SECRET).update(`${timestamp}.${signed}`).digest("hex");
  const headers = { "X-SIR-Timestamp": String(timestamp), "X-SIR-Signature": `sha256=${mac}` };
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body, headers });
      return answer.status;
    } catch (error) {
      // It is still starting: ask again until it listens.
      if (tries > 100) throw error;
      await pause(50);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, "127.0.0.1", listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
