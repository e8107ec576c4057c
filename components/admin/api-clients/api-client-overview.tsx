"use client";

import Link from "next/link";
import { useState } from "react";
import { ClientStatusMark, ModeBadge } from "@/components/admin/api-clients/api-client-marks";
import { limitText, SCOPE_MEANINGS } from "@/components/admin/api-clients/api-client-words";
import { EditApiClientDialog } from "@/components/admin/api-clients/edit-api-client-dialog";
import { useApiClient } from "@/components/admin/api-clients/use-api-clients";
import { useOwnerNames } from "@/components/admin/api-clients/use-owner-names";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { Button } from "@/components/ui/button";
import { type Fact, Facts } from "@/components/ui/facts";
import { IdText } from "@/components/ui/id-text";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";

const PARTNER_ID = /^[0-9a-f]{24}$/;

/** What a client is and may do. */
export function ApiClientOverview({ id }: { id: string }) {
  const { data: client } = useApiClient(id);
  const mayEdit = useMayCall(clientsApi.updateApiClient);
  const [isEditing, setEditing] = useState(false);
  if (!client) return null;
  const isOpen = mayEdit && client.status !== "revoked";
  return (
    <div className="grid min-w-0 gap-6 lg:grid-cols-3">
      <Section
        className="lg:col-span-2"
        title="Scopes"
        description={
          client.sandboxMode
            ? "What its keys may call. In sandbox mode, writes touch no live provider."
            : "What its keys may call. It is live: writes count."
        }
        actions={
          isOpen && (
            <Button size="small" onClick={() => setEditing(true)}>
              Edit client
            </Button>
          )
        }
      >
        <Scopes scopes={client.scopes} />
      </Section>
      <Section className="max-lg:order-first" title="Facts">
        <ClientFacts client={client} />
      </Section>
      {isEditing && <EditApiClientDialog client={client} onClose={() => setEditing(false)} />}
    </div>
  );
}

function Scopes({ scopes }: Pick<ApiClient, "scopes">) {
  if (scopes.length === 0) {
    return <p className="text-body text-content-muted">None: every call is refused with missing_scope.</p>;
  }
  return (
    <ul className="divide-y divide-default border-y border-default">
      {scopes.map((scope) => (
        <li key={scope} className="flex flex-col gap-x-4 py-2 md:flex-row md:items-baseline">
          <span className="w-40 shrink-0 font-mono text-dense">{scope}</span>
          <span className="text-body text-content-muted">{SCOPE_MEANINGS[scope]}</span>
        </li>
      ))}
    </ul>
  );
}

function ClientFacts({ client }: { client: ApiClient }) {
  const { id, status, sandboxMode, rateLimitPerMinute, ownerType, ownerId, createdAt } = client;
  const owner = useOwnerNames()(client);
  const hasPage = ownerType === "partner" && ownerId !== undefined && PARTNER_ID.test(ownerId);
  const facts: Fact[] = [
    { label: "Status", value: <ClientStatusMark status={status} /> },
    { label: "Mode", value: <ModeBadge sandboxMode={sandboxMode} /> },
    {
      label: "Owner",
      value: hasPage ? (
        <Link className="link" href={`/admin/partners/${ownerId}`}>
          {owner}
        </Link>
      ) : (
        owner
      ),
    },
    { label: "Rate limit", value: limitText(rateLimitPerMinute) },
    { label: "Client ID", value: <IdText value={id} short copy={false} />, copy: id },
    { label: "Created", value: <Time at={createdAt} format="absolute" /> },
  ];
  return <Facts facts={facts} />;
}
