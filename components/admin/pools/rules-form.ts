import { readTokens } from "@/components/admin/pools/read-tokens";
import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import type * as poolsApi from "@/lib/contract/admin/token-pools";
import type { CallOf } from "@/lib/contract/endpoint";
import { PatchTokenPool } from "@/lib/domain/giving/pool-administration/schemas";
import { REDEMPTION_USES, type RedemptionUse, type TokenPool } from "@/lib/domain/giving/token-pools/schemas";

export const VESTINGS = ["NONE", "CLIFF", "LINEAR"] as const;
export const EXPIRATIONS = ["NONE", "AFTER_ISSUE", "FIXED_DATE"] as const;

/** A pool's rules, as they stand in the fields. An empty limit is none. */
export type RulesForm = {
  name: string;
  vesting: (typeof VESTINGS)[number];
  cliffDays: string;
  durationDays: string;
  intervalDays: string;
  expiration: (typeof EXPIRATIONS)[number];
  expiryDays: string;
  expiryDate: string;
  returnToPool: boolean;
  redemptionEnabled: boolean;
  allowedUses: RedemptionUse[];
  minTokens: string;
  maxTokensPerDay: string;
  maxTokensPerUser: string;
  /** Empty lets every type. */
  allowedActionTypes: string[];
  maxTokensPerAction: string;
  lowBalanceThreshold: string;
  refillEnabled: boolean;
  refillThreshold: string;
  refillAmount: string;
  refillMonthly: string;
};

export type RulesErrors = Partial<Record<keyof RulesForm, string>>;
type Changes = Omit<CallOf<typeof poolsApi.updateTokenPool>, "id" | "poolId" | "reason">;

const textOf = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));

export function rulesFormOf({ name, restrictions, autoRefill, lowBalanceThreshold }: TokenPool): RulesForm {
  const { vesting, expiration, redemption } = restrictions;
  return {
    name,
    vesting: vesting.type,
    cliffDays: textOf(vesting.cliffDays),
    durationDays: textOf(vesting.durationDays),
    intervalDays: textOf(vesting.intervalDays),
    expiration: expiration.type,
    expiryDays: textOf(expiration.days),
    expiryDate: expiration.date?.slice(0, 10) ?? "",
    returnToPool: expiration.returnToPool ?? false,
    redemptionEnabled: redemption.enabled,
    allowedUses: redemption.allowedUses,
    minTokens: textOf(redemption.minTokens),
    maxTokensPerDay: textOf(redemption.maxTokensPerDay),
    maxTokensPerUser: textOf(redemption.maxTokensPerUser),
    allowedActionTypes: restrictions.allowedActionTypes ?? [],
    maxTokensPerAction: textOf(restrictions.maxTokensPerAction),
    lowBalanceThreshold: textOf(lowBalanceThreshold),
    refillEnabled: autoRefill.enabled,
    refillThreshold: textOf(autoRefill.threshold),
    refillAmount: textOf(autoRefill.amount),
    refillMonthly: textOf(autoRefill.maxPerMonth),
  };
}

// What is no number is refused by the contract's schema, at its own field.
const number = (text: string) => readTokens(text, 0) ?? Number.NaN;
const limit = (name: string, text: string) => (text.trim() === "" ? {} : { [name]: number(text) });

function vestingOf(form: RulesForm) {
  if (form.vesting === "NONE") return { type: "NONE" };
  if (form.vesting === "CLIFF") return { type: "CLIFF", cliffDays: number(form.cliffDays) };
  return {
    type: "LINEAR",
    cliffDays: form.cliffDays.trim() === "" ? 0 : number(form.cliffDays),
    durationDays: number(form.durationDays),
    intervalDays: number(form.intervalDays),
  };
}

function expirationOf({ expiration, expiryDays, expiryDate, returnToPool }: RulesForm) {
  if (expiration === "NONE") return { type: "NONE" };
  if (expiration === "AFTER_ISSUE") return { type: "AFTER_ISSUE", days: number(expiryDays), returnToPool };
  return { type: "FIXED_DATE", date: `${expiryDate}T00:00:00.000Z`, returnToPool };
}

function restrictionsOf(form: RulesForm) {
  const { allowedActionTypes, redemptionEnabled, allowedUses } = form;
  return {
    vesting: vestingOf(form),
    expiration: expirationOf(form),
    redemption: {
      enabled: redemptionEnabled,
      allowedUses: REDEMPTION_USES.filter((use) => allowedUses.includes(use)),
      ...limit("minTokens", form.minTokens),
      ...limit("maxTokensPerDay", form.maxTokensPerDay),
      ...limit("maxTokensPerUser", form.maxTokensPerUser),
    },
    ...(allowedActionTypes.length > 0 && { allowedActionTypes }),
    ...limit("maxTokensPerAction", form.maxTokensPerAction),
  };
}

const RESTRICTION_FIELDS: (keyof RulesForm)[] = [
  ...(["vesting", "cliffDays", "durationDays", "intervalDays"] as const),
  ...(["expiration", "expiryDays", "expiryDate", "returnToPool"] as const),
  ...(["redemptionEnabled", "allowedUses", "minTokens", "maxTokensPerDay", "maxTokensPerUser"] as const),
  ...(["allowedActionTypes", "maxTokensPerAction"] as const),
];
const REFILL_FIELDS: (keyof RulesForm)[] = ["refillEnabled", "refillThreshold", "refillAmount", "refillMonthly"];

/** By the end of a path in the contract: the field in which it is written. */
const FIELD_AT: Record<string, keyof RulesForm> = {
  "expiration.days": "expiryDays",
  "expiration.date": "expiryDate",
  "autoRefill.threshold": "refillThreshold",
  "autoRefill.amount": "refillAmount",
  "autoRefill.maxPerMonth": "refillMonthly",
};

function fieldAt(path: readonly PropertyKey[]): keyof RulesForm | undefined {
  const names = path.filter((step) => typeof step === "string");
  return FIELD_AT[names.slice(-2).join(".")] ?? (names.at(-1) as keyof RulesForm | undefined);
}

/** What differs from the pool, as the contract wants it, or what is wrong with it, field by field. */
export function readRules(form: RulesForm, pool: TokenPool): { changes: Changes } | { errors: RulesErrors } {
  const before = rulesFormOf(pool);
  const isTouched = (fields: readonly (keyof RulesForm)[]) =>
    fields.some((field) => JSON.stringify(form[field]) !== JSON.stringify(before[field]));
  const threshold = form.lowBalanceThreshold.trim();
  const changes = {
    ...(isTouched(["name"]) && { name: form.name.trim() }),
    ...(isTouched(RESTRICTION_FIELDS) && { restrictions: restrictionsOf(form) }),
    ...(isTouched(REFILL_FIELDS) && {
      autoRefill: {
        enabled: form.refillEnabled,
        threshold: number(form.refillThreshold),
        amount: number(form.refillAmount),
        maxPerMonth: number(form.refillMonthly),
      },
    }),
    ...(isTouched(["lowBalanceThreshold"]) && { lowBalanceThreshold: threshold === "" ? null : number(threshold) }),
  };
  const parsed = PatchTokenPool.safeParse(
    { ...changes, reason: "as given" },
    { error: issueSentence, reportInput: true },
  );
  // It is what the schema took: its input, in the shape that the compiler cannot follow through the parts.
  if (parsed.success) return { changes: changes as Changes };
  const errors: RulesErrors = {};
  for (const { code, path, message } of parsed.error.issues) {
    const field = fieldAt(path);
    if (field) errors[field] ??= code === "invalid_type" ? "Give a whole number." : asSentence(message);
  }
  return { errors };
}
