"use client";

import { Plus, Webhook } from "lucide-react";
import { parseAsString, parseAsStringLiteral } from "nuqs";
import { useMemo, useState } from "react";
import { useApiClients } from "@/components/admin/api-clients/use-api-clients";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { CreateSubscriptionDialog } from "@/components/admin/subscriptions/create-subscription-dialog";
import { subscriptionColumns } from "@/components/admin/subscriptions/subscription-columns";
import { SubscriptionSecretDialog } from "@/components/admin/subscriptions/subscription-secret-dialog";
import { SUBSCRIPTION_WORDS } from "@/components/admin/subscriptions/subscription-words";
import { useSubscriptions } from "@/components/admin/subscriptions/use-subscriptions";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { loadProblem } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import {
  type CreatedWebhookSubscription,
  SUBSCRIPTION_STATUSES,
  type WebhookSubscription,
} from "@/lib/domain/webhooks/directory/schemas";

const PAGE = {
  path: "/admin/subscriptions",
  panel: "subscription",
  choices: { client: parseAsString, status: parseAsStringLiteral(SUBSCRIPTION_STATUSES) },
};

/** Every subscription of every client; client, status and page stand in the URL. The API gives them all at once. */
export function SubscriptionList() {
  const { client, status, page, isFiltered, filter, clear, turnTo } = useListFilters(PAGE);
  const [isCreating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedWebhookSubscription>();
  const mayChange = useMayCall(webhooksApi.createSubscription);
  const subscriptions = useSubscriptions();
  const clients = useApiClients().data;
  const columns = useMemo(() => {
    const clientOf = ({ apiClientId }: WebhookSubscription) => clients?.find(({ id }) => id === apiClientId);
    return subscriptionColumns({ clientOf, mayChange });
  }, [clients, mayChange]);
  const all = subscriptions.data ?? [];
  const fitting = subscriptions.data?.filter(
    (one) => (client === null || one.apiClientId === client) && (status === null || one.status === status),
  );
  const createButton = mayChange && (
    <Button
      variant="primary"
      icon={<Plus aria-hidden="true" />}
      disabled={clients === undefined}
      onClick={() => setCreating(true)}
    >
      Create subscription
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Webhook subscriptions"
        purpose="Where API clients are told of changes in the directory, and of which."
        primaryAction={createButton}
      />
      <FilterBar
        filters={[
          {
            key: "client",
            label: "Client",
            single: true,
            options: (clients ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
              count: all.filter(({ apiClientId }) => apiClientId === id).length,
            })),
          },
          {
            key: "status",
            label: "Status",
            single: true,
            options: SUBSCRIPTION_STATUSES.map((value) => ({
              value,
              label: SUBSCRIPTION_WORDS[value].word,
              count: all.filter((one) => one.status === value).length,
            })),
          },
        ]}
        values={{ client: client ? [client] : [], status: status ? [status] : [] }}
        onValuesChange={(values) =>
          filter({
            client: values.client?.[0] ?? null,
            status: SUBSCRIPTION_STATUSES.find((one) => one === values.status?.[0]) ?? null,
          })
        }
      />
      <DataTable
        caption="Webhook subscriptions"
        columns={columns}
        rows={fitting?.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        rowId={(row) => row.id}
        page={page}
        pageSize={PAGE_SIZE}
        total={fitting?.length}
        onPageChange={turnTo}
        filtered={isFiltered}
        onClearFilters={clear}
        error={
          subscriptions.error && !subscriptions.data
            ? loadProblem(subscriptions.error, "Subscriptions could not be loaded")
            : undefined
        }
        onRetry={() => void subscriptions.refetch()}
        empty={
          <EmptyState icon={<Webhook />} title="No subscriptions yet">
            A subscription sends a client the events it asks for, such as provider.updated, to an https address of its
            own. The client must be active and hold the scope webhooks:write; create one and hand its secret over.
          </EmptyState>
        }
      />
      {isCreating && clients && (
        <CreateSubscriptionDialog
          clients={clients}
          clientId={client}
          onClose={() => setCreating(false)}
          onCreated={setCreated}
        />
      )}
      {created && (
        <SubscriptionSecretDialog
          subscription={created}
          client={clients?.find(({ id }) => id === created.apiClientId)}
          onClose={() => setCreated(undefined)}
        />
      )}
    </>
  );
}
