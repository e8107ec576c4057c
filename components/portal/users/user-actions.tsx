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

/** The latest actions that name the user as a stakeholder. */
export function UserActions({ externalId }: { externalId: string }) {
  const actions = useQuery(query(giving.listActions, { externalId, limit: String(RECENT) }));
  const all = `/actions?externalId=${encodeURIComponent(externalId)}`;
  const total = actions.data?.pagination.total ?? 0;
  return (
    <Section
      title="Recent actions"
      actions={
        total > RECENT && (
          <LinkButton size="small" href={all}>
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
            <EmptyState title="No actions name this user yet">
              Submit one with partnerUserId: <span className="font-mono">{externalId}</span> among its stakeholders.
            </EmptyState>
          ),
        })}
      />
    </Section>
  );
}
