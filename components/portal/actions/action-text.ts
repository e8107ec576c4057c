import type { Action } from "@/lib/domain/giving/actions/schemas";

const GROUPS_OF_THREE = /\B(?=(\d{3})+$)/g;

/** "1,249.50 USD", or the bare quantity. The digits stay as they were sent: no arithmetic touches them. */
export function amountText({ amount, currency }: Pick<Action, "amount" | "currency">): string {
  const [whole = "", decimals] = amount.split(".");
  const grouped = whole.replace(GROUPS_OF_THREE, ",");
  const shown = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  return currency === null ? shown : `${shown} ${currency}`;
}

/** "cust-314 and 2 more" */
export function stakeholdersText(stakeholders: Action["stakeholders"]): string {
  const [first, ...others] = new Set(stakeholders.map((one) => one.partnerUserId));
  if (first === undefined) return "None";
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** The request by what is kept of it. Whether users were to be created, and which pool was asked for, is not kept. */
export function recordedRequest(action: Action): string {
  const { idempotencyKey, actionType, amount, currency, stakeholders, metadata, occurredAt } = action;
  const request = {
    idempotencyKey,
    actionType,
    amount,
    ...(currency !== null && { currency }),
    stakeholders,
    ...(Object.keys(metadata).length > 0 && { metadata }),
    occurredAt,
  };
  return JSON.stringify(request, null, 2);
}

type Explanation = { title: string; text: string };

const WARNINGS: Record<string, Explanation> = {
  ZERO_REWARD: {
    title: "The amount gave zero tokens",
    text: "Tokens are whole, and this amount rounds to none. The action counts as completed: its idempotency key is used, no user was credited, and the pool was not touched. Send larger amounts, or collect small ones into one action.",
  },
  CAPPED: {
    title: "The reward was capped",
    text: "The amount would have given more tokens than the pool or campaign allows for one action, so the highest allowed number was given.",
  },
};

/** What a warning of an action means. */
export function warningText(warning: string): Explanation {
  return WARNINGS[warning] ?? { title: `Warning ${warning}`, text: "The reference at /partner-api explains it." };
}
