"use client";

import { AppWindow, Plus } from "lucide-react";
import { parseAsString, parseAsStringLiteral } from "nuqs";
import { useMemo, useState } from "react";
import { apiClientColumns } from "@/components/admin/api-clients/api-client-columns";
import { CLIENT_WORDS } from "@/components/admin/api-clients/api-client-words";
import { CreateApiClientDialog } from "@/components/admin/api-clients/create-api-client-dialog";
import { useApiClients } from "@/components/admin/api-clients/use-api-clients";
import { useOwnerNames } from "@/components/admin/api-clients/use-owner-names";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { loadProblem } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import { CLIENT_STATUSES } from "@/lib/domain/api-clients/schemas";

const PAGE = {
  path: "/admin/api-clients",
  panel: "client",
  choices: { search: parseAsString, status: parseAsStringLiteral(CLIENT_STATUSES) },
};

const FILTERS = [
  {
    key: "status",
    label: "Status",
    single: true,
    options: CLIENT_STATUSES.map((value) => ({ value, label: CLIENT_WORDS[value].word })),
  },
];

/** Every API client; search, status and page stand in the URL. The API gives them all at once. */
export function ApiClientList() {
  const { search, status, page, isFiltered, filter, clear, turnTo } = useListFilters(PAGE);
  const [isCreating, setCreating] = useState(false);
  const mayCreate = useMayCall(clientsApi.createApiClient);
  const clients = useApiClients();
  const ownerOf = useOwnerNames();
  const columns = useMemo(() => apiClientColumns(ownerOf), [ownerOf]);
  const wanted = search?.toLowerCase();
  const fitting = clients.data?.filter(
    (client) =>
      (status === null || client.status === status) &&
      (!wanted || [client.name, client.id, ownerOf(client)].some((text) => text.toLowerCase().includes(wanted))),
  );
  const createButton = mayCreate && (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
      Create client
    </Button>
  );
  return (
    <>
      <PageHeader
        title="API clients"
        purpose="Programs that call the directory API: what they may read, how fast, and whether they are live."
        primaryAction={createButton}
      />
      <FilterBar
        search={{
          label: "Search API clients",
          value: search ?? "",
          onValueChange: (typed) => filter({ search: typed.trim() || null }),
        }}
        filters={FILTERS}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) =>
          filter({ status: CLIENT_STATUSES.find((one) => one === values.status?.[0]) ?? null })
        }
      />
      <DataTable
        caption="API clients"
        columns={columns}
        rows={fitting?.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        rowId={(row) => row.id}
        rowHref={(row) => `/admin/api-clients/${row.id}`}
        page={page}
        pageSize={PAGE_SIZE}
        total={fitting?.length}
        onPageChange={turnTo}
        filtered={isFiltered}
        onClearFilters={clear}
        error={clients.error && !clients.data ? loadProblem(clients.error, "Clients could not be loaded") : undefined}
        onRetry={() => void clients.refetch()}
        empty={
          <EmptyState icon={<AppWindow />} title="No API clients yet">
            A client is a program of a partner that reads the directory. Create one, give it a key, and hand the secret
            over; its first call shows under Usage.
          </EmptyState>
        }
      />
      {isCreating && <CreateApiClientDialog onClose={() => setCreating(false)} />}
    </>
  );
}
