import { type Answer, ApiClient, type Credentials } from "@/e2e/support/signing-client";
import { isGenuine, isStandard, type WebhookReceiver } from "@/e2e/support/webhook-receiver";

/** What the steps learn from one another. */
type Story = {
  api: ApiClient;
  receiver: WebhookReceiver;
  email: string;
  token: string;
  keys: Credentials;
  webhookSecret: string;
  action: { target: string; body: object };
  actionId: string;
};

export type Step = {
  title: string;
  /** The request it makes, for the transcript. */
  call: string;
  /** The status it must be answered with. */
  status: number;
  /** Returns what the transcript says of it; throws, in words, when the answer is not the promised one. */
  run(story: Story): Promise<string>;
};

function expectStatus(answer: Answer, status: number): void {
  if (answer.status === status) return;
  throw new Error(`expected ${status}, got ${answer.status}: ${answer.text.slice(0, 600)}`);
}

function expectTrue(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

const brief = (text: unknown) => `${String(text).slice(0, 16)}…`;

const signUp: Step = {
  title: "Sign up",
  call: "POST /v1/partner/auth/register",
  status: 201,
  async run(story) {
    const answer = await story.api.send<{ accessToken: string; user: { id: string }; expiresIn: number }>({
      method: "POST",
      target: "/v1/partner/auth/register",
      body: {
        email: story.email,
        password: "a long pass phrase for the demo",
        firstName: "Harriet",
        lastName: "Bell",
        organizationName: "Harbour Coffee",
      },
    });
    expectStatus(answer, this.status);
    story.token = answer.body.accessToken;
    return `user ${answer.body.user.id}, with a user token for ${answer.body.expiresIn / 60} minutes`;
  },
};

const createKey: Step = {
  title: "Create a sandbox key with the user token",
  call: "POST /v1/partner/keys",
  status: 201,
  async run(story) {
    const answer = await story.api.as<{ id: string; publicKey: string; secretKey: string; hmacSecret: string }>(
      story.token,
      {
        method: "POST",
        target: "/v1/partner/keys",
        body: { name: "Till", environment: "sandbox", keyType: "secret" },
      },
    );
    expectStatus(answer, this.status);
    story.keys = answer.body;
    return `${answer.body.id}, ${brief(answer.body.publicKey)}; both secrets shown once`;
  },
};

const readPartner: Step = {
  title: "Read the partner that came with it",
  call: "GET /v1/partner/keys/partner-info",
  status: 200,
  async run(story) {
    const answer = await story.api.as(story.token, { target: "/v1/partner/keys/partner-info" });
    expectStatus(answer, this.status);
    const { id, slug, status, rateLimit } = answer.body;
    return `${slug} (${id}), ${status}, ${rateLimit} requests an hour`;
  },
};

const registerWebhook: Step = {
  title: "Register a webhook, signed",
  call: "POST /v1/partner/webhooks",
  status: 201,
  async run(story) {
    const answer = await story.api.signed<{ id: string; secret: string; url: string }>(story.keys, {
      method: "POST",
      target: "/v1/partner/webhooks",
      body: { url: story.receiver.url, eventTypes: ["action.completed"] },
    });
    expectStatus(answer, this.status);
    story.webhookSecret = answer.body.secret;
    return `${answer.body.id} → ${answer.body.url}`;
  },
};

const submitAction: Step = {
  title: "Submit an action, signed",
  call: "POST /v1/partner/actions/submit",
  status: 200,
  async run(story) {
    story.action = {
      target: "/v1/partner/actions/submit",
      body: {
        idempotencyKey: "order-7001",
        actionType: "PURCHASE",
        amount: 49.99,
        currency: "USD",
        stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" }],
        autoCreateUsers: true,
      },
    };
    const answer = await story.api.signed(story.keys, { method: "POST", ...story.action });
    expectStatus(answer, this.status);
    const { actionId, status, tokensDistributed } = answer.body;
    expectTrue(tokensDistributed === 50, `49.99 should earn 50 tokens, not ${tokensDistributed}`);
    story.actionId = String(actionId);
    return `${actionId} ${status}: ${tokensDistributed} tokens for cust-314`;
  },
};

const receiveWebhook: Step = {
  title: "Receive the webhook and verify its signature",
  call: "POST to the receiver",
  status: 200,
  async run(story) {
    const isOurs = (event: { type: string; data: Record<string, unknown> }) =>
      event.type === "action.completed" && event.data.actionId === story.actionId;
    const delivery = await story.receiver.waitFor(({ event }) => isOurs(event));
    expectTrue(isGenuine(delivery, story.webhookSecret), "X-SIR-Signature does not match the body");
    expectTrue(!isGenuine({ ...delivery, body: `${delivery.body} ` }, story.webhookSecret), "an altered body verifies");
    expectTrue(isStandard(delivery, story.webhookSecret), "a Standard Webhooks library refuses it");
    return `${delivery.event.id} ${delivery.event.type}, ${brief(delivery.headers["x-sir-signature"])} is genuine`;
  },
};

const replay: Step = {
  title: "Send the same action again",
  call: "POST /v1/partner/actions/submit",
  status: 200,
  async run(story) {
    const answer = await story.api.signed(story.keys, { method: "POST", ...story.action });
    expectStatus(answer, this.status);
    expectTrue(answer.headers["x-idempotent-replay"] === "true", "X-Idempotent-Replay is missing");
    expectTrue(answer.body.actionId === story.actionId, "the replay made a second action");
    return `X-Idempotent-Replay: true, ${answer.body.actionId} again, nothing paid twice`;
  },
};

const readPool: Step = {
  title: "Read the token pool",
  call: "GET /v1/partner/token-pools",
  status: 200,
  async run(story) {
    type Pool = { id: string; balance: number; allocated: number; distributed: number };
    const answer = await story.api.signed<{ data: Pool[] }>(story.keys, { target: "/v1/partner/token-pools" });
    expectStatus(answer, this.status);
    const pool = answer.body.data[0];
    expectTrue(pool?.balance === 99_950, `the balance should be 99,950, not ${pool?.balance}`);
    return `${pool?.allocated.toLocaleString("en")} − ${pool?.distributed} = ${pool?.balance.toLocaleString("en")} tokens`;
  },
};

/** The product's main job, over public HTTP only. */
export const MAIN_JOB: readonly Step[] = [
  ...[signUp, createKey, readPartner, registerWebhook],
  ...[submitAction, receiveWebhook, replay, readPool],
];

/** A story that has not begun. Each has a person of its own, so that it can be told again on the same database. */
export function newStory(baseUrl: string, receiver: WebhookReceiver): Story {
  const email = `harriet.${Date.now().toString(36)}@harbour-coffee.example`;
  const keys = { publicKey: "" };
  const action = { target: "", body: {} };
  return { api: new ApiClient(baseUrl), receiver, email, token: "", keys, webhookSecret: "", action, actionId: "" };
}
