import { Progress } from "@/components/ui/progress";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

const NEARLY_USED = 0.8;

type UsedBarProps = { label: string; used: number; limit: number | null; hideLabel?: boolean };

/** How much of a limit is used. Without a limit only the figure. */
export function UsedBar({ label, used, limit, hideLabel }: UsedBarProps) {
  if (limit === null) {
    return (
      <p className="flex justify-between gap-4 text-dense">
        {!hideLabel && <span>{label}</span>}
        <span className="text-content-muted tabular-nums">{count(used)}, no limit</span>
      </p>
    );
  }
  const share = used / limit;
  const tone = share >= 1 ? "danger" : share >= NEARLY_USED ? "warning" : "accent";
  return (
    <Progress
      label={label}
      hideLabel={hideLabel}
      value={used}
      max={limit}
      tone={tone}
      note={`${count(used)} of ${count(limit)}`}
    />
  );
}

/** What a campaign has given and may give. */
export function BudgetBars({ campaign }: { campaign: Campaign }) {
  const { budget, tokensDistributed, tokensToday, actionCount } = campaign;
  return (
    <div className="flex flex-col gap-4">
      <UsedBar label="Given in all" used={tokensDistributed} limit={budget.totalTokens} />
      <UsedBar label="Given today, by UTC" used={tokensToday} limit={budget.tokensPerDay} />
      <dl className="divide-y divide-default text-dense">
        <Limit label="For one user" limit={budget.tokensPerUser} />
        <Limit label="For one action" limit={budget.tokensPerAction} />
        <div className="flex min-h-9 items-center justify-between gap-4">
          <dt>Actions rewarded</dt>
          <dd className="tabular-nums">{count(actionCount)}</dd>
        </div>
      </dl>
    </div>
  );
}

function Limit({ label, limit }: { label: string; limit: number | null }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4">
      <dt>{label}</dt>
      <dd className="text-content-muted tabular-nums">{limit === null ? "No limit" : `At most ${count(limit)}`}</dd>
    </div>
  );
}

function count(tokens: number): string {
  return tokens.toLocaleString("en");
}
