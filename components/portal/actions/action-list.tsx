"use client";

import { useQuery } from "@tanstack/react-query";
import { actionColumns } from "@/components/portal/actions/action-columns";
import { ActionFilters } from "@/components/portal/actions/action-filters";
import { ActionPanel } from "@/components/portal/actions/action-panel";
import { ActionsEmpty } from "@/components/portal/actions/actions-empty";
import { useActionFilters } from "@/components/portal/actions/use-action-filters";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { DataTable } from "@/components/ui/data-table";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

/** The log of actions, with one of them in a panel beside it. */
export function ActionList({ baseUrl }: { baseUrl: string }) {
  useEnvironment();
  const filters = useActionFilters();
  const actions = useQuery({ ...query(giving.listActions, filters.input), placeholderData: keepList() });
  const rows = actions.data?.data ?? [];
  const step = usePanelSteps(
    rows.map((row) => row.actionId),
    filters.opened,
    filters.open,
  );
  return (
    <>
      <ActionFilters filters={filters} />
      <PanelLinks parameter="action" onOpen={filters.open}>
        <DataTable
          caption="Actions"
          density="log"
          columns={actionColumns}
          rowId={(row) => row.actionId}
          rowHref={(row) => filters.addressOf(row.actionId)}
          selectedId={filters.opened ?? undefined}
          page={filters.page}
          pageSize={PAGE_SIZE}
          onPageChange={filters.turnTo}
          sort={filters.sort}
          onSortChange={(sort) => filters.filter({ sort: sort === "createdAt" ? sort : "-createdAt" })}
          filtered={filters.isFiltered}
          onClearFilters={filters.clear}
          {...listFace(actions, { failed: "Actions could not be loaded", empty: <ActionsEmpty baseUrl={baseUrl} /> })}
        />
      </PanelLinks>
      {filters.opened !== null && (
        <ActionPanel
          actionId={filters.opened}
          listed={rows.find((row) => row.actionId === filters.opened)}
          onStep={step}
          onClose={() => filters.open(null)}
        />
      )}
    </>
  );
}
