"use client";

import { useId } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { z } from "zod";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { PoolRequestInput, type TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";

const CHANGED = [giving.listPoolRequests, giving.listTokenPools, giving.getTokenPool, giving.listPoolEntries];
const AT_ONCE = 100_000;
const WHOLE = /^\d+$/;

/** The contract's rules, for fields that hold text. */
const RequestForm = z.object({
  amount: z
    .string()
    .trim()
    .refine((text) => WHOLE.test(text) && PoolRequestInput.shape.amount.safeParse(Number(text)).success, {
      message: "Give a whole number from 1 to 10,000,000.",
    }),
  reason: PoolRequestInput.shape.reason,
  expectedMonthlyActionVolume: z
    .string()
    .trim()
    .refine((text) => text === "" || WHOLE.test(text), { message: "Give a whole number, or nothing." }),
});

const EXPLAINED: Record<Environment, string> = {
  sandbox: "In the sandbox up to 100,000 tokens are approved at once; more waits for an administrator.",
  production: "In production an administrator decides. One request at a time can wait for each pool.",
};

export type RequestTokensDialogProps = { pool: TokenPool | undefined; environment: Environment; onClose: () => void };

/** Asks for tokens for a pool, or for a first one. Mount it to open it. */
export function RequestTokensDialog({ pool, environment, onClose }: RequestTokensDialogProps) {
  const formId = useId();
  const request = useCall(giving.requestTokens, { refresh: CHANGED });
  const { register, handleSubmit, watch, formState } = useForm({
    resolver: contractResolver(RequestForm),
    defaultValues: { amount: "10000", reason: "", expectedMonthlyActionVolume: "" },
  });
  const { errors } = formState;
  const waits = environment === "production" || Number(watch("amount")) > AT_ONCE;
  const submit = handleSubmit(({ amount, reason, expectedMonthlyActionVolume: volume }) =>
    request.mutate(
      {
        amount: Number(amount),
        reason,
        ...(pool && { tokenPoolId: pool.id }),
        ...(volume !== "" && { expectedMonthlyActionVolume: Number(volume) }),
      },
      {
        onSuccess: (made) => {
          const size = made.amount.toLocaleString("en");
          toast.success(made.status === "APPROVED" ? `${size} tokens added` : `Request for ${size} tokens sent`);
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog
      open
      dismissible={!formState.isDirty}
      onOpenChange={onClose}
      title={pool ? `Request tokens for ${pool.name}` : "Request a first token pool"}
      description={EXPLAINED[environment]}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={request.isPending}>
            Request tokens
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {request.error && (
          <Notice tone="danger" announce>
            {problemSentence(request.error)}
          </Notice>
        )}
        <Field
          label="Tokens"
          hint={waits ? "Waits for an administrator's decision." : "Added at once."}
          error={errors.amount?.message}
        >
          <Input inputMode="numeric" autoComplete="off" {...register("amount")} />
        </Field>
        <Field label="Reason" hint="What they are for, in 10 characters or more." error={errors.reason?.message}>
          <Textarea rows={3} {...register("reason")} />
        </Field>
        <Field
          label="Actions a month"
          optional
          hint="How many you expect."
          error={errors.expectedMonthlyActionVolume?.message}
        >
          <Input inputMode="numeric" autoComplete="off" {...register("expectedMonthlyActionVolume")} />
        </Field>
      </form>
    </Dialog>
  );
}
