"use client";

import { useQuery } from "@tanstack/react-query";
import { BadgeCheck } from "lucide-react";
import { claimColumns } from "@/components/admin/claims/claim-columns";
import { ClaimPanel } from "@/components/admin/claims/claim-panel";
import { CLAIM_WORDS } from "@/components/admin/claims/claim-words";
import { CLAIM_CHOICES, useClaimAddress } from "@/components/admin/claims/use-claim-address";
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
  const address = useClaimAddress();
  const { search, status, page } = address;
  const claims = useQuery({ ...query(claimsApi.listProviderClaims, address.input), placeholderData: keepList() });
  const rows = claims.data?.data;
  const ids = rows?.map((row) => row.id) ?? [];
  const step = usePanelSteps(ids, address.claim, address.open, { enters: true });
  // In the queue the next one takes the place of the one decided on; elsewhere that one stays and shows its new status.
  const openNext = () => {
    if (status === null) address.open(ids[ids.indexOf(address.claim ?? "") + 1] ?? null);
  };
  return (
    <>
      <FilterBar
        search={{
          label: "Search claims",
          value: search ?? "",
          onValueChange: (typed) => address.filter({ search: typed.trim() || null }),
        }}
        filters={FILTERS}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) =>
          address.filter({ status: CLAIM_CHOICES.find((one) => one === values.status?.[0]) ?? null })
        }
        actions={<KeysHint />}
      />
      <PanelLinks parameter="claim" onOpen={address.open}>
        <DataTable
          caption="Claims"
          columns={claimColumns}
          rows={rows}
          rowId={(row) => row.id}
          rowHref={(row) => address.addressOf(row.id)}
          selectedId={address.claim ?? undefined}
          page={claims.data?.meta.pagination.page ?? page}
          pageSize={PAGE_SIZE}
          total={claims.data?.meta.pagination.total}
          onPageChange={address.turnTo}
          filtered={address.isFiltered}
          onClearFilters={() => address.filter({ search: null, status: null })}
          error={claims.error && !rows ? loadProblem(claims.error, "Claims could not be loaded") : undefined}
          onRetry={() => void claims.refetch()}
          empty={<NothingWaits />}
        />
      </PanelLinks>
      {address.claim !== null && rows && (
        <ClaimPanel
          key={address.claim}
          claim={rows.find(({ id }) => id === address.claim)}
          onStep={step}
          onClose={() => address.open(null)}
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
