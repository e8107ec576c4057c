"use client";

import { useQuery } from "@tanstack/react-query";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { deliveryColumns } from "@/components/portal/webhooks/delivery-columns";
import { DeliveryPanel } from "@/components/portal/webhooks/delivery-panel";
import { DELIVERY_WORDS, isDueSoon } from "@/components/portal/webhooks/delivery-text";
import { EVENT_NAMES } from "@/components/portal/webhooks/event-groups";
import { useDeliveryAddress } from "@/components/portal/webhooks/use-delivery-address";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { DELIVERY_STATUSES, type Webhook } from "@/lib/domain/webhooks/schemas";

const STATUS_OPTIONS = DELIVERY_STATUSES.map((value) => ({ value, label: DELIVERY_WORDS[value].word }));
const LOOK_AGAIN_MS = 5_000;

/** What was sent to one webhook in the last 90 days, with one delivery in a panel beside it. */
export function DeliveryList({ webhook }: { webhook: Webhook }) {
  const address = useDeliveryAddress(webhook.id);
  const deliveries = useQuery({
    ...query(giving.listDeliveries, address.input),
    placeholderData: keepList({ webhookId: webhook.id }),
    refetchInterval: ({ state }) => isDueSoon(state.data?.data ?? [], Date.now()) && LOOK_AGAIN_MS,
  });
  const ids = deliveries.data?.data.map((row) => row.id) ?? [];
  const step = usePanelSteps(ids, address.delivery, address.open);
  return (
    <Section title="Deliveries" description="One for each event. Kept for 90 days.">
      <DeliveryFilters webhook={webhook} address={address} />
      <PanelLinks parameter="delivery" onOpen={address.open}>
        <DataTable
          caption="Deliveries"
          density="log"
          columns={deliveryColumns}
          rowId={(row) => row.id}
          rowHref={(row) => address.addressOf(row.id)}
          selectedId={address.delivery ?? undefined}
          page={address.page}
          pageSize={PAGE_SIZE}
          onPageChange={address.turnTo}
          filtered={address.isFiltered}
          onClearFilters={address.clear}
          {...listFace(deliveries, { failed: "Deliveries could not be loaded", empty: <DeliveriesEmpty /> })}
        />
      </PanelLinks>
      {address.delivery !== null && (
        <DeliveryPanel
          webhookId={webhook.id}
          deliveryId={address.delivery}
          onStep={step}
          onOpen={address.open}
          onClose={() => address.open(null)}
        />
      )}
    </Section>
  );
}

type DeliveryFiltersProps = { webhook: Webhook; address: ReturnType<typeof useDeliveryAddress> };

function DeliveryFilters({ webhook, address }: DeliveryFiltersProps) {
  const { status, eventType, from, to, filter } = address;
  const names = webhook.receiveAllEvents ? EVENT_NAMES : webhook.eventTypes;
  return (
    <FilterLine
      filters={[
        { key: "status", label: "Status", single: true, options: STATUS_OPTIONS },
        { key: "eventType", label: "Event", single: true, options: names.map((value) => ({ value, label: value })) },
      ]}
      values={{ status: status ? [status] : [], eventType: eventType ? [eventType] : [] }}
      onValuesChange={(values) =>
        filter({
          status: DELIVERY_STATUSES.find((one) => one === values.status?.[0]) ?? null,
          eventType: values.eventType?.[0] ?? null,
        })
      }
    >
      <DateFilter range={{ from, to }} onChange={filter} />
    </FilterLine>
  );
}

function DeliveriesEmpty() {
  return (
    <EmptyState
      title="Nothing was sent yet"
      action={
        <LinkButton href="/first-call" variant="primary">
          Make first call
        </LinkButton>
      }
    >
      The next event this webhook listens to is delivered here. A signed call to POST /v1/partner/actions/submit makes
      one: action.completed, or action.failed.
    </EmptyState>
  );
}
