/** Names of targeting rules. Whatever else an audience holds, such as lists of contacts, is not shown. */
const RULES = new Set([
  ...["region", "regions", "city", "cities", "state", "states", "county", "counties", "country", "zip", "zips"],
  ...["postalCode", "postalCodes", "radiusMiles", "market", "markets", "metro", "metros"],
  ...["careType", "careTypes", "careLevel", "careLevels", "category", "categories", "serviceType", "serviceTypes"],
  ...["ageRange", "ageMin", "ageMax", "minAge", "maxAge", "relationship", "relationships", "householdIncome"],
  ...["interest", "interests", "language", "languages", "lifeStage", "lifeStages", "payingWith", "budgetRange"],
  ...["audienceType", "audienceTypes", "persona", "personas", "device", "devices", "daypart", "dayparts"],
]);

const RULE_LENGTH_MAX = 120;
// An address, or digits enough for a telephone number.
const PERSONAL = /@|(\d[\s().-]*){7,}/;

function isRuleValue(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean") return true;
  return typeof value === "string" && value.length <= RULE_LENGTH_MAX && !PERSONAL.test(value);
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
