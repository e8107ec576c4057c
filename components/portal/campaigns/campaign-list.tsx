"use client";

import { useQuery } from "@tanstack/react-query";
import { Megaphone, Plus } from "lucide-react";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { campaignColumns } from "@/components/portal/campaigns/campaign-columns";
import { CAMPAIGN_WORDS } from "@/components/portal/campaigns/campaign-status";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { useMayWrite } from "@/components/portal/use-may-write";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { CAMPAIGN_STATUSES } from "@/lib/domain/giving/campaigns/statuses";
import { DEFAULT_ACTION_TYPES } from "@/lib/domain/partners/statuses";

const PARAMETERS = {
  status: parseAsStringLiteral(CAMPAIGN_STATUSES),
  type: parseAsString,
  page: parseAsInteger.withDefault(1),
};

const STATUS_OPTIONS = CAMPAIGN_STATUSES.map((value) => ({ value, label: CAMPAIGN_WORDS[value].word }));

/** Every set of rules that actions are rewarded by. */
export function CampaignList() {
  useEnvironment();
  const [{ status, type, page }, set] = useQueryStates(PARAMETERS);
  const filter = (next: Parameters<typeof set>[0] & object) => void set({ page: null, ...next });
  const partner = useQuery(query(giving.getPartnerInfo, {}));
  const types = partner.data?.actionTypes ?? DEFAULT_ACTION_TYPES;
  const campaigns = useQuery({
    ...query(giving.listCampaigns, {
      page: String(page),
      limit: String(PAGE_SIZE),
      ...(status !== null && { status }),
      ...(type !== null && { actionType: type }),
    }),
    placeholderData: keepList(),
  });
  return (
    <>
      <FilterLine
        filters={[
          { key: "status", label: "Status", single: true, options: STATUS_OPTIONS },
          {
            key: "type",
            label: "Action type",
            single: true,
            options: types.map((value) => ({ value, label: value })),
          },
        ]}
        values={{ status: status ? [status] : [], type: type ? [type] : [] }}
        onValuesChange={(values) =>
          filter({
            status: CAMPAIGN_STATUSES.find((one) => one === values.status?.[0]) ?? null,
            type: values.type?.[0] ?? null,
          })
        }
      >
        {null}
      </FilterLine>
      <DataTable
        caption="Campaigns"
        columns={campaignColumns}
        rowId={(row) => row.id}
        rowHref={(row) => `/campaigns/${row.id}`}
        page={page}
        pageSize={PAGE_SIZE}
        onPageChange={(next) => void set({ page: next }, { scroll: true })}
        filtered={status !== null || type !== null || page > 1}
        onClearFilters={() => filter({ status: null, type: null })}
        {...listFace(campaigns, { failed: "Campaigns could not be loaded", empty: <CampaignsEmpty /> })}
      />
    </>
  );
}

/** What heads the list; its primary action is for those who may take it. */
export function CampaignsHeader() {
  const may = useMayWrite("campaigns:write");
  return (
    <PageHeader
      title="Campaigns"
      purpose="How many tokens an action gives, and who shares them."
      primaryAction={
        may && (
          <LinkButton href="/campaigns/new" variant="primary" icon={<Plus aria-hidden="true" />}>
            Create campaign
          </LinkButton>
        )
      }
    />
  );
}

function CampaignsEmpty() {
  return (
    <EmptyState
      icon={<Megaphone />}
      title="No campaigns in this environment yet"
      action={<LinkButton href="/campaigns/new">Create campaign</LinkButton>}
    >
      A campaign says how many tokens an action gives and who shares them. Without one, each action gives one token a
      unit of its amount, in equal parts. Create one, try an amount on it, then activate it.
    </EmptyState>
  );
}
