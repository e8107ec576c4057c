"use client";

import { useQuery } from "@tanstack/react-query";
import { recentActionColumns } from "@/components/portal/actions/action-columns";
import { listFace } from "@/components/portal/list-face";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const RECENT = 10;

/** The latest actions that this campaign rewarded or refused. */
export function RecentCampaignActions({ campaignId }: { campaignId: string }) {
  const actions = useQuery(query(giving.listActions, { campaignId, limit: String(RECENT) }));
  const total = actions.data?.pagination.total ?? 0;
  return (
    <Section
      title="Recent actions"
      actions={
        total > RECENT && (
          <LinkButton size="small" href={`/actions?campaignId=${campaignId}`}>
            View all {total.toLocaleString("en")} actions
          </LinkButton>
        )
      }
    >
      <DataTable
        caption="Recent actions"
        density="log"
        columns={recentActionColumns}
        rowId={(row) => row.actionId}
        rowHref={(row) => `/actions/${row.actionId}`}
        {...listFace(actions, {
          failed: "Actions could not be loaded",
          empty: (
            <EmptyState title="No actions yet">
              Submit one with campaignId: <span className="font-mono">{campaignId}</span> once the campaign is active.
            </EmptyState>
          ),
        })}
      />
    </Section>
  );
}
