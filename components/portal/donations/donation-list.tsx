"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { donationColumns } from "@/components/portal/donations/donation-columns";
import { DONATION_FILE } from "@/components/portal/donations/donation-file";
import { DonationFilters } from "@/components/portal/donations/donation-filters";
import { DonationPanel } from "@/components/portal/donations/donation-panel";
import { DonationsEmpty } from "@/components/portal/donations/donations-empty";
import { useDonationFilters } from "@/components/portal/donations/use-donation-filters";
import { ExportProgress } from "@/components/portal/export/export-progress";
import { useListExport } from "@/components/portal/export/use-list-export";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { call } from "@/lib/client/call";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

/** Donations through the partner's links, with one of them in a panel beside the list, and all of them as a file. */
export function DonationList({ baseUrl }: { baseUrl: string }) {
  const { environment } = useEnvironment();
  const filters = useDonationFilters();
  const file = useListExport();
  const donations = useQuery({ ...query(giving.listDonations, filters.input), placeholderData: keepList() });
  const rows = donations.data?.data ?? [];
  const ids = rows.map((row) => row.partnerDonationId);
  const step = usePanelSteps(ids, filters.opened, filters.open);
  const exportAll = () =>
    void file.start({
      what: "donations",
      environment,
      sort: filters.sort,
      ...filters.period,
      columns: DONATION_FILE,
      idOf: (row) => row.partnerDonationId,
      read: (cut, signal) => call(giving.listDonations, { ...filters.filters, ...cut }, signal),
    });
  return (
    <>
      <PageHeader
        title="Donations"
        purpose="What your links led to, and the rewards it earned. Exports obey filters and sort."
        actions={
          <Button
            icon={<Download aria-hidden="true" />}
            disabled={rows.length === 0}
            loading={file.state.step === "running"}
            onClick={exportAll}
          >
            Export CSV
          </Button>
        }
      />
      <DonationFilters filters={filters} />
      <ExportProgress what="donations" state={file.state} onClear={file.clear} />
      <PanelLinks parameter="donation" onOpen={filters.open}>
        <DataTable
          caption="Donations"
          density="log"
          columns={donationColumns}
          rowId={(row) => row.partnerDonationId}
          rowHref={(row) => filters.addressOf(row.partnerDonationId)}
          selectedId={filters.opened ?? undefined}
          page={filters.page}
          pageSize={PAGE_SIZE}
          onPageChange={filters.turnTo}
          sort={filters.sort}
          onSortChange={(sort) => filters.filter({ sort: sort === "createdAt" ? sort : "-createdAt" })}
          filtered={filters.isFiltered}
          onClearFilters={filters.clear}
          {...listFace(donations, {
            failed: "Donations could not be loaded",
            empty: <DonationsEmpty baseUrl={baseUrl} />,
          })}
        />
      </PanelLinks>
      {filters.opened !== null && (
        <DonationPanel
          partnerDonationId={filters.opened}
          listed={rows.find((row) => row.partnerDonationId === filters.opened)}
          onStep={step}
          onClose={() => filters.open(null)}
        />
      )}
    </>
  );
}
