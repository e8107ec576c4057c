import { evidenceOf } from "@/components/portal/go-live/evidence";
import { isSettled } from "@/components/portal/go-live/read-item";
import type { GoLiveItem, GoLiveItemId } from "@/lib/domain/giving/go-live/schemas";
import type { ProductionAccess } from "@/lib/domain/partners/statuses";
import type { Environment } from "@/lib/domain/shared/schemas";

/** What somebody can do about an item, and where. */
export type NextStep = { text: string; action?: { label: string; href: string; environment: Environment } };

/** What of the partner decides where a step leads. */
export type StepFacts = {
  access: ProductionAccess;
  /** What the portal shows. */
  environment: Environment;
  /** The newest secret pairs that are served. */
  liveKeyId: string | undefined;
  testKeyId: string | undefined;
};

const IN_PRODUCTION: readonly GoLiveItemId[] = [
  "live_keys",
  "live_signing",
  "production_pool",
  "webhook_reachable",
  "webhook_verification",
];

export const isOpen = (access: ProductionAccess) => access === "APPROVED" || access === "LIVE";

function beforeProduction(id: GoLiveItemId, { access }: StepFacts): NextStep {
  if (access === "REQUESTED") return { text: "Opens once a reviewer has approved production." };
  // Said once, at the first of them.
  if (id !== "live_keys") return { text: "Opens with production, which has to be requested first." };
  return {
    text: "Production opens after a review.",
    action: { label: "Request production", href: "/go-live/request", environment: "sandbox" },
  };
}

const inProduction = (text: string, label: string, href: string): NextStep => ({
  text,
  action: { label, href, environment: "production" },
});
const inSandbox = (text: string, label: string, href: string): NextStep => ({
  text,
  action: { label, href, environment: "sandbox" },
});

const CREATE_LIVE_KEY = inProduction(
  "Create a production pair and keep its secrets where your servers read them.",
  "Create production key",
  "/keys?create=true",
);

const CREATE_WEBHOOK = inProduction(
  "Register the URL that receives production events.",
  "Open production webhooks",
  "/webhooks",
);

const STEPS: Record<GoLiveItemId, (item: GoLiveItem, facts: StepFacts) => NextStep> = {
  live_keys: () => CREATE_LIVE_KEY,
  live_signing: (item, { liveKeyId }) => {
    if (!liveKeyId) return CREATE_LIVE_KEY;
    const { failures } = evidenceOf("live_signing", item).last24Hours;
    const text =
      failures > 0
        ? "Compare how your server signs with the program, which has your key filled in."
        : "Sign one read with the production pair. The program has your key filled in.";
    return inProduction(text, "Open signed call", `/first-call?key=${liveKeyId}`);
  },
  production_pool: () =>
    inProduction(
      "Ask for tokens; the platform allocates them to a production pool.",
      "Open production pool",
      "/token-pool",
    ),
  webhook_reachable: (item) => {
    const [first] = evidenceOf("webhook_reachable", item).webhooks;
    if (!first) return CREATE_WEBHOOK;
    const text = "Send a test event from the webhook's page; its answer says what to change.";
    return inProduction(text, "Open webhook", `/webhooks/${first.webhookId}`);
  },
  webhook_verification: (item, { environment }) => {
    if (evidenceOf("webhook_verification", item).webhooks.length === 0) return CREATE_WEBHOOK;
    const text = "Verify X-SIR-Signature over the body as it came, then probe the production webhook.";
    return environment === "production" ? { text } : inProduction(text, "Show production webhooks", "/go-live");
  },
  idempotency_keys: (item, { testKeyId }) => {
    const { actions, actionsNeeded, reused, samePayloadOtherKey } = evidenceOf("idempotency_keys", item);
    const key = testKeyId ? `&key=${testKeyId}` : "";
    const text =
      reused + samePayloadOtherKey > 0
        ? "Derive the key from the thing that is rewarded, such as the order, and keep it over retries. What failed drops out after 14 days."
        : actions < actionsNeeded
          ? "Submit actions from your own server, each under a key of its own, and repeat one unchanged."
          : "Send one action again unchanged, with its idempotency key.";
    return inSandbox(text, "Open sample action", `/first-call?call=action${key}`);
  },
  retry_handling: (item) => {
    const { rateLimit } = evidenceOf("retry_handling", item);
    const isLimitShown = rateLimit.status === "PASSED";
    return isLimitShown
      ? inSandbox(
          "Let a submit meet a 5xx, and retry it with the same idempotency key.",
          "Set server error",
          "/sandbox-tools?kind=SERVER_ERROR",
        )
      : inSandbox(
          "Let a call meet a 429, and wait until Retry-After is over before the next.",
          "Set rate limit",
          "/sandbox-tools?kind=RATE_LIMIT",
        );
  },
};

/** The next thing to do for an item; none when it is settled. */
export function nextStep(item: GoLiveItem, facts: StepFacts): NextStep | undefined {
  if (isSettled(item)) return undefined;
  if (IN_PRODUCTION.includes(item.id) && !isOpen(facts.access)) return beforeProduction(item.id, facts);
  return STEPS[item.id](item, facts);
}
