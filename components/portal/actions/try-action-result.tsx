import type { ReactNode } from "react";
import { asSentence } from "@/components/portal/forms/contract-resolver";
import { problemText } from "@/components/portal/problem-text";
import { Badge } from "@/components/ui/badge";
import { ShareBar } from "@/components/ui/share-bar";
import { Status } from "@/components/ui/status";
import type { Validation } from "@/lib/domain/giving/actions/schemas";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

export type TryActionResultProps = { result: Validation; campaigns: readonly Campaign[] };

/** What a submit would answer: what is wrong at the left, what would be given at the right. */
export function TryActionResult({ result: { valid, errors, preview }, campaigns }: TryActionResultProps) {
  return (
    <div role="status" className="grid gap-6 border-t border-default pt-4 md:grid-cols-2">
      <Part title="Errors">
        {valid && <Status tone="success">None. A submit would be accepted.</Status>}
        <ul className="flex flex-col gap-3">
          {errors.map((error, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one answer, in the server's order.
            <li key={n}>
              <Refusal {...error} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Preview">
        {preview ? (
          <Preview preview={preview} campaignName={campaigns.find(({ id }) => id === preview.campaignId)?.name} />
        ) : (
          <p className="text-content-muted">None: the action would not get as far as a reward.</p>
        )}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      {children}
    </section>
  );
}

function Refusal({ code, message, field }: Validation["errors"][number]) {
  return (
    <>
      <Badge mono>{code}</Badge>
      <p className="mt-1">
        {field && <span className="font-mono text-dense">{field} </span>}
        {field ? asSentence(message).replace(/^./, (letter) => letter.toLowerCase()) : asSentence(message)}
      </p>
      <p className="text-dense text-content-muted">{problemText({ code, message }).nextStep}</p>
    </>
  );
}

type PreviewProps = { preview: NonNullable<Validation["preview"]>; campaignName: string | undefined };

function Preview({ preview, campaignName }: PreviewProps) {
  const { tokensTotal, distributions, returnedToPool, tierMatched, poolBalanceBefore, poolBalanceAfter } = preview;
  const facts = [
    ["Campaign", preview.campaignId === null ? "None" : (campaignName ?? preview.campaignId)],
    ...(tierMatched === null ? [] : [["Tier", String(tierMatched + 1)]]),
    ["Pool balance", `${count(poolBalanceBefore)} → ${count(poolBalanceAfter)}`],
  ];
  const rest = { label: "Stays in the pool", value: returnedToPool, text: count(returnedToPool), isRest: true };
  return (
    <>
      <p className="text-title font-semibold tabular-nums">
        {count(tokensTotal)} {tokensTotal === 1 ? "token" : "tokens"}
      </p>
      <ShareBar
        label="Tokens by stakeholder"
        shares={[
          ...distributions.map(({ partnerUserId, stakeholderTypeCode, tokens }) => ({
            label: `${partnerUserId} (${stakeholderTypeCode})`,
            value: tokens,
            text: count(tokens),
          })),
          ...(returnedToPool > 0 ? [rest] : []),
        ]}
      />
      <dl className="text-dense">
        {facts.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4 py-1">
            <dt className="text-content-muted">{label}</dt>
            <dd className="min-w-0 truncate tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function count(tokens: number): string {
  return tokens.toLocaleString("en");
}
