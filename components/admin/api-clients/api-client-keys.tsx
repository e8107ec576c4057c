"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { apiKeyColumns } from "@/components/admin/api-clients/api-key-columns";
import { CreateApiKeyDialog } from "@/components/admin/api-clients/create-api-key-dialog";
import { RevokeApiKeyDialog } from "@/components/admin/api-clients/revoke-api-key-dialog";
import { useApiClient } from "@/components/admin/api-clients/use-api-clients";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { fileNameOf } from "@/components/portal/keys/key-form";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiKey, CreatedApiKey } from "@/lib/domain/api-clients/schemas";

/** How soon the first use of a key shows. */
const REFRESH_MS = 15_000;

/** A client's keys. `baseUrl` goes into the file of a new one's secret. */
export function ApiClientKeys({ id, baseUrl }: { id: string; baseUrl: string }) {
  const { data: client } = useApiClient(id);
  const keys = useQuery({ ...query(clientsApi.listApiClientKeys, { id }), refetchInterval: REFRESH_MS });
  const mayChange = useMayCall(clientsApi.createApiClientKey) && client?.status !== "revoked";
  const [isCreating, setCreating] = useState(false);
  const [ending, setEnding] = useState<ApiKey>();
  const [created, setCreated] = useState<CreatedApiKey>();
  const columns = useMemo(() => apiKeyColumns(mayChange ? setEnding : undefined), [mayChange]);
  if (!client) return null;
  const rows = keys.data?.data;
  const createButton = mayChange && (
    <Button icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
      Create key
    </Button>
  );
  return (
    <>
      <Section
        title="Keys"
        description="Each is sent in a header as it is; of its secret only a preview is kept here."
        actions={rows?.length !== 0 && createButton}
      >
        <DataTable
          caption="Keys"
          columns={columns}
          rows={rows}
          rowId={(key) => key.id}
          error={keys.error && !rows ? loadProblem(keys.error, "The keys could not be loaded") : undefined}
          onRetry={() => void keys.refetch()}
          empty={
            <EmptyState icon={<KeyRound />} title="No keys" action={createButton}>
              {client.status === "revoked"
                ? "This client was revoked before it had a key; it takes none any more."
                : "Without a key this client can make no call. Create one and hand its secret over."}
            </EmptyState>
          }
        />
      </Section>
      {isCreating && <CreateApiKeyDialog client={client} onClose={() => setCreating(false)} onCreated={setCreated} />}
      {ending && <RevokeApiKeyDialog client={client} apiKey={ending} onClose={() => setEnding(undefined)} />}
      {created && (
        <SecretDialog
          title={`Key “${created.name}” created`}
          description={`For “${client.name}”. It belongs on a server, never in a browser or a repository.`}
          secrets={[
            { label: "API key", variable: "SENIOR_GURU_API_KEY", value: created.secret },
            { label: "Base URL", variable: "SENIOR_GURU_BASE_URL", value: baseUrl, isPublic: true },
          ]}
          fileName={fileNameOf(created.name, client.sandboxMode ? "sandbox" : "live")}
          onClose={() => setCreated(undefined)}
        />
      )}
    </>
  );
}
