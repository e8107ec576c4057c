"use client";

import { useState } from "react";
import { BlastRadiusNotice } from "@/components/admin/blast-radius/blast-radius-notice";
import { tellOutcome } from "@/components/admin/forms/tell-outcome";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { POOL_READS } from "@/components/admin/pools/pool-reads";
import { readTokens, TOKENS_WRONG } from "@/components/admin/pools/read-tokens";
import { useRehearsedWithdrawal } from "@/components/admin/pools/use-rehearsed-withdrawal";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useCall } from "@/lib/client/query";
import * as poolsApi from "@/lib/contract/admin/token-pools";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

type MoveTokensDialogProps = {
  partner: PartnerRecord;
  pool: TokenPool;
  direction: "allocate" | "withdraw";
  onClose: () => void;
};

const WORDS = {
  allocate: { title: "Add tokens to", label: "Add tokens", done: "added to" },
  withdraw: { title: "Take tokens out of", label: "Take tokens out", done: "taken out of" },
};

const asText = (tokens: number) => tokens.toLocaleString("en");

/** Moves tokens into or out of a pool, once for its reference. A withdrawal is rehearsed first. Mount it to open it. */
export function MoveTokensDialog({ partner, pool, direction, onClose }: MoveTokensDialogProps) {
  const words = WORDS[direction];
  const [amount, setAmount] = useState("");
  const [reference, setReference] = useState(() => `${direction}-${crypto.randomUUID().slice(0, 8)}`);
  const [isSent, setSent] = useState(false);
  const allocate = useCall(poolsApi.allocateTokens, { refresh: POOL_READS });
  const withdraw = useCall(poolsApi.withdrawTokens, { refresh: POOL_READS });
  const rehearsal = useRehearsedWithdrawal();
  const tokens = readTokens(amount, 1);
  const hasReference = reference.trim() !== "";
  const move = direction === "allocate" ? allocate : withdraw;
  const isRehearsed = direction === "allocate" || rehearsal.of === tokens;

  const submit = (reason: string) => {
    setSent(true);
    if (tokens === undefined || !hasReference) return;
    const input = { id: partner.id, poolId: pool.id, amount: tokens, reference: reference.trim(), reason };
    if (!isRehearsed) return rehearsal.run(input);
    move.mutate(input, {
      onSuccess: (answer) => {
        tellOutcome(answer, `${asText(tokens)} tokens ${words.done} ${pool.name}`);
        onClose();
      },
    });
  };

  return (
    <WriteDialog
      title={`${words.title} “${pool.name}”`}
      description={`It holds ${asText(pool.balance)} tokens.`}
      submitLabel={isRehearsed ? words.label : "Check withdrawal"}
      isSaving={move.isPending || rehearsal.isPending}
      problem={move.error ?? rehearsal.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Tokens" error={isSent && tokens === undefined ? TOKENS_WRONG : undefined}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      </Field>
      <Field
        label="Reference"
        hint="What it belongs to, such as an invoice. The same reference moves tokens once."
        error={isSent && !hasReference ? "Fill this in." : undefined}
      >
        <Input
          mono
          autoComplete="off"
          maxLength={120}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
      </Field>
      {direction === "withdraw" && rehearsal.of !== undefined && rehearsal.of === tokens && (
        <>
          <Notice tone={rehearsal.balance === 0 ? "warning" : "info"} announce>
            {withdrawalText(rehearsal.balance)}
          </Notice>
          <BlastRadiusNotice answer={{ data: rehearsal.answer, error: null }} />
        </>
      )}
    </WriteDialog>
  );
}

function withdrawalText(balance: number): string {
  return balance === 0
    ? "Nothing would be left: actions that draw on it fail with INSUFFICIENT_POOL."
    : `${asText(balance)} tokens would be left.`;
}
