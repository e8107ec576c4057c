"use client";

import type { ReactNode } from "react";
import { ClientStatusMark, ModeBadge } from "@/components/admin/api-clients/api-client-marks";
import { apiClientTabs } from "@/components/admin/api-clients/api-client-tabs";
import { CLIENT_WORDS } from "@/components/admin/api-clients/api-client-words";
import { ChangeClientStatus } from "@/components/admin/api-clients/change-client-status";
import { useApiClient } from "@/components/admin/api-clients/use-api-clients";
import { DetailFace } from "@/components/portal/detail-face";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";

const BACK = { href: "/admin/api-clients", label: "View all API clients" };

type ApiClientFrameProps = { id: string; children: ReactNode };

/** What all pages of a client share: its name and state, what may be done to it, and the way to its other pages. */
export function ApiClientFrame({ id, children }: ApiClientFrameProps) {
  return (
    <DetailFace answer={useApiClient(id)} title="API client" back={BACK}>
      {(client) =>
        client === null ? (
          <NoSuchClient />
        ) : (
          <>
            <BreadcrumbTrail crumbs={[{ label: client.name }]} />
            <PageHeader
              title={client.name}
              aside={
                <>
                  <ClientStatusMark status={client.status} />
                  <ModeBadge sandboxMode={client.sandboxMode} />
                </>
              }
              purpose={CLIENT_WORDS[client.status].meaning}
              actions={<ChangeClientStatus client={client} />}
            />
            <NavTabs label={`Pages of ${client.name}`} items={apiClientTabs(id)} />
            {children}
          </>
        )
      }
    </DetailFace>
  );
}

function NoSuchClient() {
  return (
    <>
      <PageHeader title="API client" />
      <EmptyState title="This client was not found" action={<LinkButton href={BACK.href}>{BACK.label}</LinkButton>}>
        No API client has this id. Check the address, or search the list by name, owner or id.
      </EmptyState>
    </>
  );
}
