"use client";

import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { parseAsStringLiteral } from "nuqs";
import { useMemo, useState } from "react";
import { DeliveryPicks } from "@/components/admin/deliveries/delivery-picks";
import { directoryDeliveryColumns } from "@/components/admin/deliveries/directory-delivery-columns";
import { DirectoryDeliveryPanel } from "@/components/admin/deliveries/directory-delivery-panel";
import { DIRECTORY_DELIVERY_WORDS } from "@/components/admin/deliveries/directory-delivery-words";
import { useSubscriptionNames } from "@/components/admin/deliveries/use-subscription-names";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { keepList, loadProblem } from "@/components/portal/list-face";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { query } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import { DIRECTORY_DELIVERY_STATUSES, type WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";

const PAGE = {
  path: "/admin/deliveries",
  panel: "delivery",
  choices: { status: parseAsStringLiteral(DIRECTORY_DELIVERY_STATUSES) },
};

const FILTERS = [
  {
    key: "status",
    label: "Status",
    single: true,
    options: DIRECTORY_DELIVERY_STATUSES.map((value) => ({ value, label: DIRECTORY_DELIVERY_WORDS[value].word })),
  },
];

const REFRESH_MS = 15_000;

/** The newest deliveries, with one in a panel beside them, and what can be done about them. */
export function DirectoryDeliveryList() {
  const { status, filters, isFiltered, opened, filter, clear, open, addressOf } = useListFilters(PAGE);
  const deliveries = useQuery({
    ...query(webhooksApi.listDeliveries, filters),
    placeholderData: keepList(),
    refetchInterval: REFRESH_MS,
  });
  const rows = deliveries.data?.data;
  const nameOf = useSubscriptionNames();
  const columns = useMemo(() => directoryDeliveryColumns(nameOf), [nameOf]);
  const [picks, setPicks] = useState<string[]>([]);
  const picked = rows?.filter(({ id }) => picks.includes(id)) ?? [];
  const step = usePanelSteps(rows?.map(({ id }) => id) ?? [], opened, open);
  return (
    <>
      <FilterBar
        filters={FILTERS}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) => {
          setPicks([]);
          filter({ status: DIRECTORY_DELIVERY_STATUSES.find((one) => one === values.status?.[0]) ?? null });
        }}
      />
      {picked.length > 0 && <DeliveryPicks picked={picked} onClear={() => setPicks([])} />}
      <PanelLinks parameter="delivery" onOpen={open}>
        <DataTable
          caption="Deliveries"
          density="log"
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowHref={(row) => addressOf(row.id)}
          selectedId={opened ?? undefined}
          selection={{
            ids: picks,
            onChange: setPicks,
            labelOf: ({ eventType, subjectId }: WebhookDelivery) => `${eventType} ${subjectId ?? ""}`.trim(),
          }}
          filtered={isFiltered}
          onClearFilters={clear}
          error={
            deliveries.error && !rows ? loadProblem(deliveries.error, "Deliveries could not be loaded") : undefined
          }
          onRetry={() => void deliveries.refetch()}
          empty={
            <EmptyState icon={<Send />} title="No deliveries yet">
              A delivery is queued when something changes in the directory, such as a provider or an approved claim, and
              a client has an active subscription to that event. Create one under Subscriptions.
            </EmptyState>
          }
        />
      </PanelLinks>
      {opened !== null && (
        <DirectoryDeliveryPanel deliveryId={opened} nameOf={nameOf} onStep={step} onClose={() => open(null)} />
      )}
    </>
  );
}
