"use client";

import { useQuery } from "@tanstack/react-query";
import { BadgeCheck } from "lucide-react";
import { parseAsString, parseAsStringLiteral } from "nuqs";
import { claimColumns } from "@/components/admin/claims/claim-columns";
import { ClaimPanel } from "@/components/admin/claims/claim-panel";
import { CLAIM_WORDS } from "@/components/admin/claims/claim-words";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { keepList, loadProblem } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Kbd } from "@/components/ui/kbd";
import { query } from "@/lib/client/query";
import * as claimsApi from "@/lib/contract/directory/admin-claims";
import { CLAIM_STATUSES } from "@/lib/domain/directory/claims/statuses";

/** Unless a status or all are chosen, those that wait for a decision. */
const CHOICES = [...CLAIM_STATUSES, "all"] as const;

const PAGE = {
  path: "/admin/claims",
  panel: "claim",
  choices: { search: parseAsString, status: parseAsStringLiteral(CHOICES) },
};

const FILTERS = [
  {
    key: "status",
    label: "Status",
    single: true,
    options: [
      ...CLAIM_STATUSES.map((value) => ({ value, label: CLAIM_WORDS[value].word })),
      { value: "all", label: "All" },
    ],
  },
];

/** What waits for a decision, with one claim in a panel beside it. */
export function ClaimQueue() {
  const { search, status, page, isFiltered, opened, filter, clear, turnTo, open, addressOf } = useListFilters(PAGE);
  const asked = {
    ...{ page: String(page), pageSize: String(PAGE_SIZE) },
    ...(search && { q: search }),
    ...(status === null ? { undecided: "true" as const } : status !== "all" && { status }),
  };
  const claims = useQuery({ ...query(claimsApi.listProviderClaims, asked), placeholderData: keepList() });
  const rows = claims.data?.data;
  const ids = rows?.map((row) => row.id) ?? [];
  const step = usePanelSteps(ids, opened, open, { enters: true });
  // In the queue the next one takes the place of the one decided on; elsewhere that one stays and shows its new status.
  const openNext = () => {
    if (status === null) open(ids[ids.indexOf(opened ?? "") + 1] ?? null);
  };
  return (
    <>
      <FilterBar
        search={{
          label: "Search claims",
          value: search ?? "",
          onValueChange: (typed) => filter({ search: typed.trim() || null }),
        }}
        filters={FILTERS}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) => filter({ status: CHOICES.find((one) => one === values.status?.[0]) ?? null })}
        actions={<KeysHint />}
      />
      <PanelLinks parameter="claim" onOpen={open}>
        <DataTable
          caption="Claims"
          columns={claimColumns}
          rows={rows}
          rowId={(row) => row.id}
          rowHref={(row) => addressOf(row.id)}
          selectedId={opened ?? undefined}
          page={claims.data?.meta.pagination.page ?? page}
          pageSize={PAGE_SIZE}
          total={claims.data?.meta.pagination.total}
          onPageChange={turnTo}
          filtered={isFiltered}
          onClearFilters={clear}
          error={claims.error && !rows ? loadProblem(claims.error, "Claims could not be loaded") : undefined}
          onRetry={() => void claims.refetch()}
          empty={<NothingWaits />}
        />
      </PanelLinks>
      {opened !== null && rows && (
        <ClaimPanel
          key={opened}
          claim={rows.find(({ id }) => id === opened)}
          onStep={step}
          onClose={() => open(null)}
          onDecided={openNext}
        />
      )}
    </>
  );
}

function KeysHint() {
  return (
    <p className="flex items-center gap-2 text-dense text-content-muted max-md:hidden">
      <Kbd keys={["↑", "↓"]} /> open and move <Kbd keys={["Esc"]} /> close
    </p>
  );
}

function NothingWaits() {
  return (
    <EmptyState icon={<BadgeCheck />} title="Nothing waits">
      Claims arrive when a client with the scope claims:write submits one for a provider. Those that were approved or
      rejected are under Status, All.
    </EmptyState>
  );
}
