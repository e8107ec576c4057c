import { restrictionRules } from "@/components/portal/token-pool/restrictions-text";
import { Progress } from "@/components/ui/progress";
import { Section } from "@/components/ui/section";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

/** What binds the tokens this pool gives out, in words. */
export function PoolRules({ pool }: { pool: TokenPool }) {
  const { autoRefill } = pool;
  return (
    <Section title="Rules" description="Tokens keep the rules that held when they were given.">
      <dl className="divide-y divide-default">
        {restrictionRules(pool).map((rule) => (
          <div key={rule.label} className="flex flex-col gap-x-4 py-2 md:flex-row">
            <dt className="w-32 shrink-0 text-content-muted">{rule.label}</dt>
            <dd className="min-w-0">{rule.text}</dd>
          </div>
        ))}
      </dl>
      {autoRefill.enabled && (
        <Progress
          label="Auto-refill of this month"
          value={autoRefill.usedThisMonth}
          max={autoRefill.maxPerMonth}
          tone={autoRefill.usedThisMonth + autoRefill.amount > autoRefill.maxPerMonth ? "warning" : "accent"}
          note={`${autoRefill.usedThisMonth.toLocaleString("en")} of ${autoRefill.maxPerMonth.toLocaleString("en")}`}
        />
      )}
    </Section>
  );
}
