import type * as poolsApi from "@/lib/contract/admin/token-pools";
import type { CallOf } from "@/lib/contract/endpoint";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

export type PoolStep = {
  change: Pick<CallOf<typeof poolsApi.updateTokenPool>, "status" | "isDefault">;
  /** Verb and object. */
  label: string;
  keepLabel: string;
  done: string;
  tone: "primary" | "danger";
  consequence: string;
};

const PAUSE: PoolStep = {
  change: { status: "PAUSED" },
  label: "Pause pool",
  keepLabel: "Keep it active",
  done: "paused",
  tone: "danger",
  consequence: "Actions that draw on it fail with POOL_NOT_ACTIVE until it is resumed.",
};

const RESUME: PoolStep = {
  change: { status: "ACTIVE" },
  label: "Resume pool",
  keepLabel: "Keep it paused",
  done: "resumed",
  tone: "primary",
  consequence: "Actions draw on it again.",
};

const CLOSE: PoolStep = {
  change: { status: "CLOSED" },
  label: "Close pool",
  keepLabel: "Keep pool",
  done: "closed",
  tone: "danger",
  consequence: "It is closed for good, and campaigns that draw on it are paused. What is left in it stays there.",
};

const MAKE_DEFAULT: PoolStep = {
  change: { isDefault: true },
  label: "Make default",
  keepLabel: "Leave as it is",
  done: "is the default",
  tone: "primary",
  consequence: "Actions that name no pool, and whose campaign names none, draw on it from the next one on.",
};

/** Where a pool can go from here. */
export function stepsOf({ status, isDefault }: Pick<TokenPool, "status" | "isDefault">): PoolStep[] {
  if (status === "CLOSED") return [];
  return [...(isDefault ? [] : [MAKE_DEFAULT]), status === "PAUSED" ? RESUME : PAUSE, CLOSE];
}
