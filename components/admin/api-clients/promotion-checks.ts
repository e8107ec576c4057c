import { CLIENT_WORDS } from "@/components/admin/api-clients/api-client-words";
import type { Promotion } from "@/lib/domain/api-clients/promotion/schemas";

export type Check = {
  label: string;
  /** What was found. */
  fact: string;
  state: "passed" | "open";
  /** How to put it right. */
  advice: string;
};

const count = (value: number, one: string, more = `${one}s`) =>
  `${value.toLocaleString("en")} ${value === 1 ? one : more}`;

/** The evidence as a checklist, in the order of the API's blockers. */
export function checksOf(evidence: Promotion["evidence"]): Check[] {
  const { clientStatus, scopes, activeKeys, webhookSubscriptions, usageWindowDays, allowedRequests } = evidence;
  const { blockedRequests, rateLimitedRequests, sandboxMode } = evidence;
  const window = `in ${count(usageWindowDays, "day")}`;
  const check = (label: string, passes: boolean, fact: string, advice: string): Check => {
    return { label, fact, state: passes ? "passed" : "open", advice };
  };
  const needsWebhook = scopes.includes("webhooks:write");
  return [
    check(
      "The client is active",
      clientStatus === "active",
      CLIENT_WORDS[clientStatus].word.toLowerCase(),
      "Resume it: a client that is not active is not promoted.",
    ),
    check("It is in sandbox mode", sandboxMode, sandboxMode ? "sandbox" : "live", "It is live already."),
    check("It holds scopes", scopes.length > 0, count(scopes.length, "scope"), "Give it the scopes it needs."),
    check("It has an active key", activeKeys > 0, count(activeKeys, "active key"), "Create a key and hand it over."),
    check(
      "Calls were allowed",
      allowedRequests > 0,
      `${count(allowedRequests, "call")} ${window}`,
      "Have its owner make a first call in the sandbox.",
    ),
    check(
      "No call was blocked",
      blockedRequests === 0,
      `${count(blockedRequests, "call")} ${window}`,
      "Have its owner mend key, scope or request, then let the calls leave the window or choose a shorter one.",
    ),
    check(
      "No call met the rate limit",
      rateLimitedRequests === 0,
      `${count(rateLimitedRequests, "call")} ${window}`,
      "Have its owner spread the calls, or raise the limit.",
    ),
    check(
      "Webhooks are subscribed where the scope is held",
      !needsWebhook || webhookSubscriptions > 0,
      needsWebhook ? count(webhookSubscriptions, "active subscription") : "not needed",
      "Create a subscription, or take webhooks:write away.",
    ),
  ];
}
