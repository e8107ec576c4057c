import { randomBytes } from "node:crypto";
import { isBuildFresh } from "@/e2e/support/is-build-fresh";
import { runCommand } from "@/e2e/support/run-command";
import type { ServerProcess } from "@/e2e/support/server-process";
import { type Answer, ApiClient, type Credentials } from "@/e2e/support/signing-client";
import { isGenuine, isStandard, startWebhookReceiver, type WebhookReceiver } from "@/e2e/support/webhook-receiver";
import { newWorld } from "@/e2e/support/world";

// npm run test:inngest: the journey of a webhook with the jobs driven by a real Inngest server, at INNGEST_SERVER_URL. A
// self-hosted server is spoken to with INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY; without the latter it is a dev server.

const ARRIVES_WITHIN_MS = 90_000;

const inngestUrl = process.env.INNGEST_SERVER_URL;
if (inngestUrl) await withEverything(inngestUrl);
else console.log("SKIPPED: test:inngest needs a real Inngest server, and INNGEST_SERVER_URL is not set.");

async function withEverything(url: string): Promise<void> {
  if (!isBuildFresh()) {
    console.log("Building for production first.");
    await runCommand(["npm", "run", "build"]);
  }
  const world = newWorld();
  const receiver = await startWebhookReceiver();
  let server: ServerProcess | undefined;
  try {
    server = await world.start(inngestSettings(url));
    await journey(server, receiver);
    console.log("PASSED: the jobs ran on Inngest, and nothing was delivered without its signature.");
  } catch (error) {
    console.error(`FAILED: ${(error as Error).message}\n\nThe server's last words:\n\n${server?.log() ?? "none"}`);
    process.exitCode = 1;
  } finally {
    await server?.stop();
    await receiver.close();
    await world.remove();
  }
}

/** With any of these set the embedded driver does not start, so what arrives came through Inngest. */
function inngestSettings(url: string): Record<string, string> {
  const { INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = process.env;
  return {
    INNGEST_BASE_URL: url,
    ...(INNGEST_SIGNING_KEY
      ? { INNGEST_EVENT_KEY: INNGEST_EVENT_KEY ?? "", INNGEST_SIGNING_KEY }
      : { INNGEST_DEV: "1", INNGEST_EVENT_KEY: INNGEST_EVENT_KEY ?? "dev" }),
  };
}

async function journey({ url }: ServerProcess, receiver: WebhookReceiver): Promise<void> {
  const api = new ApiClient(url);
  if (process.env.INNGEST_SIGNING_KEY) {
    const answer = await runUnsigned(url);
    said(answer === 401, `an unsigned call of a job is refused (${answer})`);
  }
  const registered = await fetch(`${url}/api/inngest`, { method: "PUT" });
  said(registered.status === 200, `Inngest took up the functions: ${(await registered.text()).slice(0, 200)}`);

  const keys = await becomePartner(api);
  const { secret } = await expectAnswer<{ secret: string }>(201, "a webhook is registered", () =>
    api.signed(keys, {
      method: "POST",
      target: "/v1/partner/webhooks",
      body: { url: receiver.url, receiveAllEvents: true },
    }),
  );
  const { actionId } = await expectAnswer<{ actionId: string }>(200, "a signed action is submitted", () =>
    api.signed(keys, { method: "POST", target: "/v1/partner/actions/submit", body: purchase() }),
  );

  const isMine = (type: string) => (delivery: (typeof receiver.received)[number]) =>
    delivery.event.type === type && delivery.event.data.actionId === actionId;
  const first = await receiver.waitFor(isMine("action.completed"), ARRIVES_WITHIN_MS);
  said(true, `action.completed arrived, event ${first.event.id}`);

  // A refused delivery is announced for later: that Inngest wakes it then shows that times are kept, too.
  receiver.answerWith(500);
  const again = await expectAnswer<{ actionId: string }>(200, "another action is submitted", () =>
    api.signed(keys, { method: "POST", target: "/v1/partner/actions/submit", body: purchase() }),
  );
  const isRetry = (attempt: string) => (delivery: (typeof receiver.received)[number]) =>
    delivery.event.type === "action.completed" &&
    delivery.event.data.actionId === again.actionId &&
    delivery.headers["x-sir-attempt"] === attempt;
  const refused = await receiver.waitFor(isRetry("1"), ARRIVES_WITHIN_MS);
  receiver.answerWith(200);
  const retried = await receiver.waitFor(isRetry("2"), ARRIVES_WITHIN_MS);
  said(refused.event.id === retried.event.id, "after a refusal the same event came again a minute later");

  const genuine = receiver.received.every((one) => isGenuine(one, secret) && isStandard(one, secret));
  said(genuine, `all ${receiver.received.length} deliveries carry both signatures`);
}

async function runUnsigned(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/inngest?fnId=portico-drain-outbox&stepId=step`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ctx: {}, event: {}, events: [], steps: {}, use_api: false, version: 1 }),
  });
  return answer.status;
}

async function becomePartner(api: ApiClient): Promise<Credentials> {
  const { accessToken } = await expectAnswer<{ accessToken: string }>(201, "somebody signs up", () =>
    api.send({
      method: "POST",
      target: "/v1/partner/auth/register",
      body: {
        email: `ines.${randomBytes(6).toString("hex")}@newcomer.example`,
        password: "a pass phrase of some length",
        firstName: "Ines",
        lastName: "Gest",
        organizationName: "Queue Goods",
      },
    }),
  );
  return expectAnswer<Credentials>(201, "a sandbox key is created", () =>
    api.as(accessToken, {
      method: "POST",
      target: "/v1/partner/keys",
      body: { name: "Backend", environment: "sandbox" },
    }),
  );
}

function purchase() {
  return {
    idempotencyKey: `order-${randomBytes(6).toString("hex")}`,
    actionType: "PURCHASE",
    amount: 49.99,
    currency: "USD",
    stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" }],
    autoCreateUsers: true,
  };
}

async function expectAnswer<T>(status: number, what: string, call: () => Promise<Answer>): Promise<T> {
  const answer = await call();
  said(answer.status === status, answer.status === status ? what : `${what}: ${answer.status} ${answer.text}`);
  return answer.body as T;
}

/** Says what holds, and ends the journey at the first thing that does not. */
function said(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this does not hold: ${what}`);
  console.log(`✓ ${what}`);
}
