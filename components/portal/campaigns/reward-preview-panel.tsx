"use client";

import { useState } from "react";
import { type Preview, previewReward } from "@/components/portal/campaigns/reward-preview";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { ShareBar } from "@/components/ui/share-bar";
import type { RewardTerms } from "@/lib/domain/giving/campaigns/reward";

const MOST = 5;
const COUNTS = Array.from({ length: MOST + 1 }, (_, count) => ({ value: String(count), label: String(count) }));

export type RewardPreviewPanelProps = {
  terms: RewardTerms | null;
  /** Types of stakeholders to choose from: those of the splits, or else all there are. */
  codes: readonly string[];
  hasSplits: boolean;
  currency: string;
  /** The pool's own cap for one action. */
  poolMaxTokens?: number;
};

/** What a sample amount would give to whom, as fast as rules are typed. */
export function RewardPreviewPanel({ terms, codes, hasSplits, currency, poolMaxTokens }: RewardPreviewPanelProps) {
  const [amount, setAmount] = useState("49.99");
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  // With rules everybody is there once; without, one stakeholder is enough to begin with.
  const counts = Object.fromEntries(codes.map((code, n) => [code, chosen[code] ?? (hasSplits || n === 0 ? 1 : 0)]));
  const preview = previewReward(terms, { amount: amount.trim(), counts }, poolMaxTokens);
  return (
    <Section
      title="Preview"
      description="The server's own arithmetic. Daily and user limits, and what is in the pool, are not looked at."
    >
      <Field label={currency ? `Sample amount, ${currency}` : "Sample amount"}>
        <Input inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">Sample stakeholders</legend>
        <div className="divide-y divide-default">
          {codes.map((code) => (
            <div key={code} className="flex items-center justify-between gap-4 py-1">
              <span className="min-w-0 truncate font-mono text-dense">{code}</span>
              <Select
                className="w-20 shrink-0"
                aria-label={`How many of ${code}`}
                options={COUNTS}
                value={String(counts[code])}
                onChange={(event) => setChosen({ ...chosen, [code]: Number(event.target.value) })}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <div role="status" className="flex flex-col gap-3">
        {"problem" in preview ? <p className="text-content-muted">{preview.problem}</p> : <Result preview={preview} />}
      </div>
    </Section>
  );
}

function Result({ preview }: { preview: Preview }) {
  const { recipients, returnedToPool, tierMatched, warnings, total, formula } = preview;
  const rest = { label: "Stays in the pool", value: returnedToPool, text: count(returnedToPool), isRest: true };
  return (
    <>
      <p className="text-title font-semibold tabular-nums">
        {count(total)} {total === 1 ? "token" : "tokens"}
      </p>
      <p className="text-dense text-content-muted tabular-nums">
        {formula}
        {tierMatched !== null && ` (tier ${tierMatched + 1})`}
      </p>
      <ShareBar
        label="Tokens by stakeholder"
        shares={[
          ...recipients.map(({ label, tokens }) => ({ label, value: tokens, text: count(tokens) })),
          ...(returnedToPool > 0 ? [rest] : []),
        ]}
      />
      {warnings.includes("CAPPED") && (
        <Notice tone="warning">Capped: the campaign or its pool allows no more for one action.</Notice>
      )}
      {warnings.includes("ZERO_REWARD") && (
        <Notice tone="warning">Nobody would receive a token: the amount rounds to none.</Notice>
      )}
    </>
  );
}

function count(tokens: number): string {
  return tokens.toLocaleString("en");
}
