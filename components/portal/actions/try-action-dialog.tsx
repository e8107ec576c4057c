"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { TryActionFields } from "@/components/portal/actions/try-action-fields";
import { bodyOf, type TryForm } from "@/components/portal/actions/try-action-form";
import { TryActionResult } from "@/components/portal/actions/try-action-result";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { query, useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

const ALL = "100";

const FIRST_TRY: TryForm = {
  actionType: "PURCHASE",
  amount: "49.99",
  currency: "USD",
  stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" }],
  autoCreateUsers: true,
  campaignId: "",
  tokenPoolId: "",
};

export type TryActionDialogProps = {
  /** The campaign it is tried on to begin with. */
  campaignId?: string;
  onClose: () => void;
};

/** Asks what a submit would answer, and shows it. Nothing is stored, no token moves. Mount it to open it. */
export function TryActionDialog({ campaignId, onClose }: TryActionDialogProps) {
  const campaigns = useQuery(query(giving.listCampaigns, { limit: ALL }));
  if (!campaigns.data && !campaigns.error) return null;
  const all = campaigns.data?.data ?? [];
  return <TryAction campaigns={all} initial={firstTryOf(all.find(({ id }) => id === campaignId))} onClose={onClose} />;
}

/** Begins with what the campaign applies to, and somebody of each type that shares in it. */
function firstTryOf(campaign: Campaign | undefined): TryForm {
  if (!campaign) return FIRST_TRY;
  const { id, actionTypes, currency, splits } = campaign;
  const actionType = actionTypes[0] ?? FIRST_TRY.actionType;
  const isMoney = actionType === "PURCHASE" || actionType === "DONATION";
  return {
    ...FIRST_TRY,
    actionType,
    campaignId: id,
    currency: currency ?? (isMoney ? "USD" : ""),
    stakeholders:
      splits.length === 0
        ? FIRST_TRY.stakeholders
        : splits.map(({ stakeholderTypeCode }) => ({
            stakeholderTypeCode,
            partnerUserId: `${stakeholderTypeCode.toLowerCase()}-1`,
          })),
  };
}

type TryActionProps = { campaigns: readonly Campaign[]; initial: TryForm; onClose: () => void };

function TryAction({ campaigns, initial, onClose }: TryActionProps) {
  const formId = useId();
  const [form, setForm] = useState(initial);
  const validate = useCall(giving.validateAction);
  const refused = validate.error && Array.isArray(validate.error.details) ? validate.error : null;
  const result = refused
    ? { valid: false, errors: asErrors(refused.code, refused.details as { field?: string; issue: string }[]) }
    : validate.data;
  return (
    <Dialog
      open
      wide
      dismissible={false}
      onOpenChange={(open) => !open && onClose()}
      title="Try an action"
      description="Says what a submit of the same body would answer now, and leaves nothing behind."
      footer={
        <>
          <Button onClick={onClose}>Close window</Button>
          <Button type="submit" form={formId} variant="primary" loading={validate.isPending}>
            Try action
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          validate.mutate(bodyOf(form));
        }}
      >
        <TryActionFields form={form} campaigns={campaigns} onChange={(part) => setForm({ ...form, ...part })} />
        {validate.error && !refused && (
          <Notice tone="danger" announce>
            {problemSentence(validate.error)}
          </Notice>
        )}
        {result && !validate.isPending && <TryActionResult result={result} campaigns={campaigns} />}
      </form>
    </Dialog>
  );
}

function asErrors(code: string, details: readonly { field?: string; issue: string }[]) {
  return details.map(({ field, issue }) => ({ code, message: issue, field }));
}
