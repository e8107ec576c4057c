"use client";

import { useState } from "react";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { tellOutcome } from "@/components/admin/forms/tell-outcome";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ApiError } from "@/lib/client/call";
import { useCall } from "@/lib/client/query";
import * as approvalsApi from "@/lib/contract/admin/approvals";
import * as partnersApi from "@/lib/contract/admin/partners";
import * as productionApi from "@/lib/contract/admin/production";
import type { GoLiveItem } from "@/lib/domain/giving/go-live/schemas";

export type Act =
  | { kind: "APPROVE" | "REJECT" | "REVOKE" | "CUT_OVER" | "REQUEST_CHANGES" }
  | { kind: "WAIVE"; item: Pick<GoLiveItem, "id" | "title"> };

type Words = { title: string; does: string; confirm: string; keep: string; note?: string; tone?: "danger" };

const SECOND = "Where two administrators are needed, it waits for the other one.";
const WORDS: Record<Act["kind"], Words> = {
  APPROVE: {
    title: "Approve production access",
    does: `Live keys and pools can be created; rewards wait for the cutover. ${SECOND}`,
    ...{ confirm: "Approve access", keep: "Keep request open", note: "Note to the partner" },
  },
  REJECT: {
    title: "Reject the request",
    does: "The request is closed at once. The partner is mailed the note and can ask again.",
    ...{ confirm: "Reject request", keep: "Keep request open", note: "Note to the partner", tone: "danger" },
  },
  REVOKE: {
    title: "Revoke production access",
    does: "Every live call is refused from the answer on. The sandbox stays as it is.",
    ...{ confirm: "Revoke access", keep: "Keep access", note: "Note to the partner", tone: "danger" },
  },
  CUT_OVER: {
    title: "Cut over to production",
    does: `Live keys issue real rewards from then on. ${SECOND}`,
    ...{ confirm: "Cut over", keep: "Keep as it is" },
  },
  REQUEST_CHANGES: {
    title: "Ask for changes",
    does: "The request stays open and waits for the partner, who is mailed what you write.",
    ...{ confirm: "Ask for changes", keep: "Keep as it is", note: "What is to be changed" },
  },
  WAIVE: {
    title: "Waive",
    does: `The checklist does without this item, and the partner reads your reason. ${SECOND}`,
    ...{ confirm: "Waive item", keep: "Keep item" },
  },
};

const REFRESH = [
  ...[productionApi.getPartnerGoLive, productionApi.getPartnerProductionRequest, approvalsApi.listWaiting],
  ...[partnersApi.getPartner, partnersApi.listPartnerAudit],
];

function problemOf(error: ApiError): string {
  if (error.code === "GO_LIVE_INCOMPLETE")
    return "Some items of the checklist are open. Have them shown, or waive them.";
  return problemSentence(error);
}

type ProductionActProps = { partner: { id: string; name: string }; act: Act; onClose: () => void };

/** One of the things an administrator does on a partner's way to production. Mount it to open it. */
export function ProductionAct({ partner, act, onClose }: ProductionActProps) {
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState<string>();
  const reason = useReason();
  const decide = useCall(productionApi.setProductionAccess, { refresh: REFRESH });
  const cutOver = useCall(productionApi.cutOver, { refresh: REFRESH });
  const waive = useCall(productionApi.waiveGoLiveItem, { refresh: REFRESH });
  const changes = useCall(productionApi.requestProductionChanges, { refresh: REFRESH });
  const calls = [decide, cutOver, waive, changes];
  const error = calls.find((call) => call.error)?.error;
  const words = WORDS[act.kind];
  const { id } = partner;

  const confirm = () => {
    const given = reason.read();
    const text = note.trim();
    const lacksText = act.kind === "REQUEST_CHANGES" && text === "";
    setWrong(lacksText ? "Say what is to be changed." : undefined);
    if (given === undefined || lacksText) return;
    const onSuccess = (answer: object) => {
      tellOutcome(answer, `${words.title}: done`);
      onClose();
    };
    if (act.kind === "WAIVE") waive.mutate({ id, itemId: act.item.id, reason: given }, { onSuccess });
    else if (act.kind === "CUT_OVER") cutOver.mutate({ id, reason: given }, { onSuccess });
    else if (act.kind === "REQUEST_CHANGES") {
      changes.mutate({ id, comments: [{ text }], reason: given }, { onSuccess });
    } else decide.mutate({ id, decision: act.kind, reason: given, ...(text && { note: text }) }, { onSuccess });
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={act.kind === "WAIVE" ? `Waive “${act.item.title}”?` : `${words.title}: “${partner.name}”?`}
      consequence={words.does}
      confirmLabel={words.confirm}
      keepLabel={words.keep}
      tone={words.tone ?? "primary"}
      typeToConfirm={act.kind === "CUT_OVER" || act.kind === "REVOKE" ? partner.name : undefined}
      loading={calls.some((call) => call.isPending)}
      error={error && problemOf(error)}
      onConfirm={confirm}
    >
      {words.note && (
        <Field label={words.note} optional={act.kind !== "REQUEST_CHANGES"} error={wrong}>
          <Textarea rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      )}
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
