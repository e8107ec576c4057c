import { isPersonal, RULE_LENGTH_MAX } from "@/lib/domain/directory/campaigns/schemas";
import { LIST_RULES, NUMBER_RULES, TEXT_RULES } from "@/lib/domain/directory/campaigns/statuses";

/** Names of targeting rules. Whatever else an audience holds, such as lists of contacts, is not shown. */
const RULES = new Set<string>([...TEXT_RULES, ...NUMBER_RULES, ...LIST_RULES]);

function isRuleValue(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean") return true;
  return typeof value === "string" && value.length <= RULE_LENGTH_MAX && !isPersonal(value);
}

/** Only the rules of an audience: known names with plain values, in which nobody can be recognised (contract 5.22). */
export function ruleLevelAudience(audience: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rules: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(audience)) {
    if (!RULES.has(name)) continue;
    if (Array.isArray(value)) rules[name] = value.filter(isRuleValue);
    else if (isRuleValue(value)) rules[name] = value;
  }
  return rules;
}

/** What an audience holds beside its rules, which nobody but its author sees. */
export function beyondRules(audience: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(audience).filter(([name]) => !RULES.has(name)));
}
