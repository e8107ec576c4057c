"use client";

import { useState } from "react";
import { toast } from "sonner";
import { amountText } from "@/components/portal/actions/action-text";
import { previewReversal, type ReversalPreview, unreversedAmount } from "@/components/portal/actions/reversal-preview";
import { REASON_WORDS, refusalOf, reversalKey, takenText } from "@/components/portal/actions/reversal-text";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { type Action, REVERSAL_REASONS } from "@/lib/domain/giving/actions/schemas";

const CHANGED = [
  giving.getAction,
  giving.listActions,
  giving.getBalance,
  giving.listTokenPools,
  giving.listPoolEntries,
];
const REASONS = REVERSAL_REASONS.map((value) => ({ value, label: REASON_WORDS[value] }));

type Form = {
  part: "all" | "amount";
  amount: string;
  reason: (typeof REVERSAL_REASONS)[number];
  note: string;
  allowPartial: boolean;
};

/** Shows what would be taken from whom before it is. Mount it to open it. */
export function ReverseActionDialog({ action, onClose }: { action: Action; onClose: () => void }) {
  const reverse = useCall(giving.reverseAction, { refresh: CHANGED });
  const [form, setForm] = useState<Form>({ part: "all", amount: "", reason: "REFUND", note: "", allowPartial: false });
  // Another request is another reversal, and needs another key; the same one sent again must keep it.
  const [key, setKey] = useState(reversalKey);
  const [hasTried, setTried] = useState(false);
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setKey(reversalKey());
    reverse.reset();
  };
  const amount = form.part === "all" ? null : form.amount.trim();
  const preview = previewReversal(action, amount);
  const send = () => {
    if ("problem" in preview) return setTried(true);
    reverse.mutate(
      {
        actionId: action.actionId,
        idempotencyKey: key,
        reason: form.reason,
        allowPartial: form.allowPartial,
        ...(amount !== null && { amount }),
        ...(form.note.trim() !== "" && { note: form.note.trim() }),
      },
      {
        onSuccess: (reversal) => {
          toast.success(takenText(reversal));
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Reverse action “${action.idempotencyKey}”?`}
      consequence="Tokens go back from the users below to the pool they came from. This cannot be undone: to give them again, submit a new action."
      confirmLabel="Reverse action"
      keepLabel="Keep action"
      typeToConfirm={action.environment === "production" ? action.idempotencyKey : undefined}
      loading={reverse.isPending}
      error={reverse.error && refusalOf(reverse.error)}
      onConfirm={send}
    >
      <ReversalFields action={action} form={form} onChange={change} preview={preview} hasTried={hasTried} />
    </ConfirmDialog>
  );
}

type ReversalFieldsProps = {
  action: Action;
  form: Form;
  onChange: (part: Partial<Form>) => void;
  preview: ReturnType<typeof previewReversal>;
  hasTried: boolean;
};

function ReversalFields({ action, form, onChange, preview, hasTried }: ReversalFieldsProps) {
  const left = amountText({ amount: unreversedAmount(action), currency: action.currency });
  const problem = "problem" in preview && (hasTried || form.amount !== "") ? preview.problem : undefined;
  return (
    <>
      <Field label="What">
        <Select
          options={[
            { value: "all", label: `All that is left: ${left}` },
            { value: "amount", label: "A part of it" },
          ]}
          value={form.part}
          onChange={(event) => onChange({ part: event.target.value as Form["part"] })}
        />
      </Field>
      {form.part === "amount" && (
        <Field
          label={action.currency ? `Amount in ${action.currency}` : "Amount"}
          hint={`At most ${left}.`}
          error={problem}
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            value={form.amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
        </Field>
      )}
      {!("problem" in preview) && <Taken preview={preview} />}
      <Field label="Reason">
        <Select
          options={REASONS}
          value={form.reason}
          onChange={(event) => onChange({ reason: event.target.value as Form["reason"] })}
        />
      </Field>
      <Checkbox
        label="Take what is still there"
        hint="Tokens that were redeemed or have expired cannot be taken. Without this the whole reversal is refused then, with REVERSAL_NOT_COVERED; with it the gap counts as reversed."
        checked={form.allowPartial}
        onCheckedChange={(allowPartial) => onChange({ allowPartial })}
      />
      <Field label="Note" optional hint="For your colleagues; kept in the audit trail.">
        <Textarea
          rows={2}
          maxLength={500}
          value={form.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Field>
    </>
  );
}

function Taken({ preview: { shares, tokens } }: { preview: ReversalPreview }) {
  return (
    <section aria-label="What would be taken" className="rounded-card bg-subtle px-4 py-2">
      <dl className="divide-y divide-default text-dense">
        {shares.map(({ distribution, left, tokens: taken }) => (
          <div key={distribution.transactionId} className="flex min-h-9 items-center gap-3">
            <dt className="min-w-0 flex-1 truncate">
              <span className="font-mono">{distribution.partnerUserId}</span>{" "}
              <span className="text-content-muted">{distribution.stakeholderTypeCode}</span>
            </dt>
            <dd className="tabular-nums">
              −{taken.toLocaleString("en")} <span className="text-content-muted">of {left.toLocaleString("en")}</span>
            </dd>
          </div>
        ))}
        <div className="flex min-h-9 items-center gap-3 font-medium">
          <dt className="flex-1">Back to the pool</dt>
          <dd className="tabular-nums">
            {tokens.toLocaleString("en")} {tokens === 1 ? "token" : "tokens"}
          </dd>
        </div>
      </dl>
    </section>
  );
}
