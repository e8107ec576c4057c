"use client";

import { useQuery } from "@tanstack/react-query";
import { ActionDistributions } from "@/components/portal/actions/action-distributions";
import { ActionFacts } from "@/components/portal/actions/action-facts";
import { ActionJson } from "@/components/portal/actions/action-json";
import { ActionOutcome } from "@/components/portal/actions/action-outcome";
import { ActionReversals } from "@/components/portal/actions/action-reversals";
import { ReverseAction } from "@/components/portal/actions/reverse-action";
import { PanelFace } from "@/components/portal/panel-face";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Action } from "@/lib/domain/giving/actions/schemas";

export type ActionPanelProps = {
  actionId: string;
  /** The action as the list shows it, if it is on this page. */
  listed: Action | undefined;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One action beside the list, to scan. */
export function ActionPanel({ actionId, listed, onStep, onClose }: ActionPanelProps) {
  const answer = useQuery({ ...query(giving.getAction, { actionId }), placeholderData: listed });
  return (
    <PanelFace
      answer={answer}
      title={(action) => (action ? `Action ${action.idempotencyKey}` : "Action")}
      failed="The action could not be loaded"
      actions={
        <LinkButton size="small" href={`/actions/${actionId}`}>
          Open page
        </LinkButton>
      }
      onStep={onStep}
      onClose={onClose}
    >
      {(action) => <ActionSummary action={action} />}
    </PanelFace>
  );
}

function ActionSummary({ action }: { action: Action }) {
  return (
    <>
      <ActionOutcome action={action} />
      <ActionFacts action={action} />
      <Section title="Distributions" actions={<ReverseAction action={action} size="small" />}>
        <ActionDistributions action={action} brief />
      </Section>
      <ActionReversals action={action} />
      <ActionJson action={action} />
    </>
  );
}
