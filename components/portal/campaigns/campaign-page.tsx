"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import { BudgetBars } from "@/components/portal/campaigns/budget-bars";
import { CampaignActions } from "@/components/portal/campaigns/campaign-actions";
import { formOf } from "@/components/portal/campaigns/campaign-form";
import { CampaignRules } from "@/components/portal/campaigns/campaign-rules";
import { CampaignStatusMark, statusMeaning } from "@/components/portal/campaigns/campaign-status";
import { EditCampaign } from "@/components/portal/campaigns/edit-campaign";
import { RecentCampaignActions } from "@/components/portal/campaigns/recent-campaign-actions";
import { termsOf } from "@/components/portal/campaigns/reward-preview";
import { RewardPreviewPanel } from "@/components/portal/campaigns/reward-preview-panel";
import { useCampaignChoices } from "@/components/portal/campaigns/use-campaign-choices";
import { DetailFace } from "@/components/portal/detail-face";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Badge } from "@/components/ui/badge";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { ApiError } from "@/lib/client/call";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

/** One campaign: what it does, what it has given, and what can be done with it. */
export function CampaignPage({ campaignId }: { campaignId: string }) {
  useEnvironment();
  const [isEditing, setEditing] = useQueryState("edit", parseAsBoolean.withDefault(false));
  const answer = useQuery(query(giving.getCampaign, { campaignId }));
  return (
    <DetailFace answer={answer} title="Campaign" back={{ href: "/campaigns", label: "View all campaigns" }}>
      {(campaign) => (
        <>
          <BreadcrumbTrail crumbs={[{ label: campaign.name }]} />
          {isEditing && campaign.status !== "COMPLETED" ? (
            <EditCampaign campaign={campaign} onClose={() => void setEditing(null)} />
          ) : (
            <CampaignStory
              campaign={campaign}
              now={new Date(answer.dataUpdatedAt)}
              onEdit={() => void setEditing(true, { history: "push" })}
            />
          )}
        </>
      )}
    </DetailFace>
  );
}

type CampaignStoryProps = { campaign: Campaign; now: Date; onEdit: () => void };

function CampaignStory({ campaign, now, onEdit }: CampaignStoryProps) {
  const [problem, setProblem] = useState<ApiError | null>(null);
  return (
    <>
      <PageHeader
        title={campaign.name}
        aside={
          <>
            <CampaignStatusMark status={campaign.status} />
            {campaign.isDefault && <Badge>Default</Badge>}
          </>
        }
        purpose={campaign.description || statusMeaning(campaign)}
        actions={<CampaignActions campaign={campaign} onEdit={onEdit} onRefused={setProblem} />}
      />
      {problem && (
        <Notice tone="danger" announce>
          {problemSentence(problem)}
        </Notice>
      )}
      {campaign.status === "PAUSED" && <Notice tone="warning">{statusMeaning(campaign)}</Notice>}
      <div className="grid min-w-0 gap-x-12 gap-y-6 lg:grid-cols-5">
        <div className="flex min-w-0 flex-col gap-6 lg:col-span-3">
          <CampaignRules campaign={campaign} now={now} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-span-2">
          <Section title="Budget" className="max-lg:order-first">
            <BudgetBars campaign={campaign} />
          </Section>
          {campaign.status !== "COMPLETED" && <PagePreview campaign={campaign} />}
          <Section title="Facts">
            <CampaignFacts campaign={campaign} />
          </Section>
        </div>
      </div>
      <RecentCampaignActions campaignId={campaign.id} />
    </>
  );
}

function PagePreview({ campaign }: { campaign: Campaign }) {
  const { codes, maxTokensOf } = useCampaignChoices();
  const { splits, currency, tokenPoolId } = campaign;
  return (
    <RewardPreviewPanel
      terms={termsOf(formOf(campaign))}
      codes={splits.length > 0 ? splits.map((split) => split.stakeholderTypeCode) : codes}
      hasSplits={splits.length > 0}
      currency={currency ?? ""}
      poolMaxTokens={maxTokensOf(tokenPoolId ?? "")}
    />
  );
}

function CampaignFacts({ campaign }: { campaign: Campaign }) {
  const { id, tokenPoolId, metadata } = campaign;
  const { poolName } = useCampaignChoices();
  return (
    <Facts
      facts={[
        { label: "Campaign ID", value: <span className="font-mono text-dense">{id}</span>, copy: id },
        {
          label: "Token pool",
          value: tokenPoolId ? (
            <Link className="link" href={`/token-pool?pool=${tokenPoolId}`}>
              {poolName(tokenPoolId)}
            </Link>
          ) : (
            "The default one"
          ),
        },
        { label: "Created", value: <Time at={campaign.createdAt} format="absolute" /> },
        { label: "Updated", value: <Time at={campaign.updatedAt} format="absolute" /> },
        ...Object.entries(metadata).map(([name, value]) => ({ label: name, value: String(value) })),
      ]}
    />
  );
}
