"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useState } from "react";
import { BulkDecisions } from "@/components/admin/inquiries/bulk-decisions";
import { InquiryPanel } from "@/components/admin/inquiries/inquiry-panel";
import { queueColumns } from "@/components/admin/inquiries/queue-columns";
import { QUEUE_CHOICES, useQueueAddress } from "@/components/admin/inquiries/use-queue-address";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { INQUIRY_WORDS } from "@/components/public/inquiry/inquiry-words";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, type FilterOption } from "@/components/ui/filter-bar";
import { Kbd } from "@/components/ui/kbd";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import { INQUIRY_SORTS, type InquiryList, type InquirySummary } from "@/lib/domain/giving/inquiries/schemas";
import { INQUIRY_STATUSES } from "@/lib/domain/giving/inquiries/statuses";

/** What waits for a decision, with one inquiry in a panel beside it. */
export function Queue() {
  const address = useQueueAddress();
  const { search, status, sort, page } = address;
  const inquiries = useQuery({ ...query(inquiriesApi.listInquiries, address.input), placeholderData: keepList() });
  const rows = inquiries.data?.data ?? [];
  const [picks, setPicks] = useState<string[]>([]);
  const picked = rows.filter((row) => picks.includes(row.id));
  const step = usePanelSteps(
    rows.map((row) => row.id),
    address.inquiry,
    address.open,
    { enters: true },
  );
  return (
    <>
      <FilterBar
        search={{
          label: "Search inquiries",
          value: search ?? "",
          onValueChange: (typed) => address.filter({ search: typed.trim() || null }),
        }}
        filters={[{ key: "status", label: "Status", single: true, options: statusOptions(inquiries.data?.counts) }]}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) =>
          address.filter({ status: QUEUE_CHOICES.find((one) => one === values.status?.[0]) ?? null })
        }
        actions={<KeysHint />}
      />
      <BulkDecisions picked={picked} onPicksChange={setPicks} />
      <PanelLinks parameter="inquiry" onOpen={address.open}>
        <DataTable
          caption="Inquiries"
          columns={queueColumns}
          rowId={(row) => row.id}
          rowHref={(row) => address.addressOf(row.id)}
          selectedId={address.inquiry ?? undefined}
          selection={{ ids: picks, onChange: setPicks, labelOf: (row: InquirySummary) => row.partnerName }}
          page={page}
          pageSize={PAGE_SIZE}
          onPageChange={address.turnTo}
          sort={sort}
          onSortChange={(next) => address.filter({ sort: INQUIRY_SORTS.find((one) => one === next) ?? null })}
          filtered={address.isFiltered}
          onClearFilters={() => address.filter({ search: null, status: null })}
          {...listFace(inquiries, { failed: "The queue could not be loaded", empty: <NothingWaits /> })}
        />
      </PanelLinks>
      {address.inquiry !== null && (
        <InquiryPanel inquiryId={address.inquiry} onStep={step} onClose={() => address.open(null)} />
      )}
    </>
  );
}

function statusOptions(counts: InquiryList["counts"] | undefined): FilterOption[] {
  return [
    ...INQUIRY_STATUSES.map((value) => ({ value, label: INQUIRY_WORDS[value].word, count: counts?.[value] })),
    { value: "ALL", label: "All", count: counts && Object.values(counts).reduce((sum, count) => sum + count, 0) },
  ];
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
    <EmptyState icon={<Inbox />} title="Nothing waits">
      Inquiries arrive when an organisation fills in the form at /inquire. Those that were converted, rejected or
      withdrawn are under Status, All.
    </EmptyState>
  );
}
