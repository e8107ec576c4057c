"use client";

import { useQuery } from "@tanstack/react-query";
import { ActionDistributions } from "@/components/portal/actions/action-distributions";
import { ActionFacts } from "@/components/portal/actions/action-facts";
import { ActionJson } from "@/components/portal/actions/action-json";
import { ActionOutcome } from "@/components/portal/actions/action-outcome";
import { ActionReversals } from "@/components/portal/actions/action-reversals";
import { ActionStatusMark } from "@/components/portal/actions/action-status";
import { ReverseAction } from "@/components/portal/actions/reverse-action";
import { DetailFace } from "@/components/portal/detail-face";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Action } from "@/lib/domain/giving/actions/schemas";

/** One action on a page of its own, to share. */
export function ActionPage({ actionId }: { actionId: string }) {
  useEnvironment();
  const answer = useQuery(query(giving.getAction, { actionId }));
  return (
    <DetailFace answer={answer} title="Action" back={{ href: "/actions", label: "View all actions" }}>
      {(action) => <ActionStory action={action} />}
    </DetailFace>
  );
}

function ActionStory({ action }: { action: Action }) {
  return (
    <>
      <BreadcrumbTrail crumbs={[{ label: action.idempotencyKey }]} />
      <PageHeader
        title={`Action ${action.idempotencyKey}`}
        aside={<ActionStatusMark status={action.status} />}
        purpose={outcomeLine(action)}
        actions={<ReverseAction action={action} />}
      />
      <ActionOutcome action={action} />
      <div className="grid min-w-0 gap-6 lg:grid-cols-5">
        <div className="flex min-w-0 flex-col gap-6 lg:col-span-3">
          <Section title="Distributions">
            <ActionDistributions action={action} />
          </Section>
          <ActionReversals action={action} />
          <Section title="Request and result">
            <ActionJson action={action} />
          </Section>
        </div>
        <Section title="Facts" className="max-lg:order-first lg:col-span-2">
          <ActionFacts action={action} />
        </Section>
      </div>
    </>
  );
}

function outcomeLine({ tokensDistributed, distributions }: Action): string {
  if (tokensDistributed === 0) return "Gave no tokens.";
  const users = new Set(distributions.map((one) => one.partnerUserId)).size;
  const tokens = `${tokensDistributed.toLocaleString("en")} ${tokensDistributed === 1 ? "token" : "tokens"}`;
  return `Gave ${tokens} to ${users} ${users === 1 ? "user" : "users"}.`;
}
