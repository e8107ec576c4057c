"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { toast } from "sonner";
import { arrangeKeys } from "@/components/portal/keys/arrange-keys";
import { CreateKeyDialog } from "@/components/portal/keys/create-key-dialog";
import { CreatedKeyDialog } from "@/components/portal/keys/created-key-dialog";
import { type KeyChange, KeyChangeDialog } from "@/components/portal/keys/key-changes";
import { keyColumns } from "@/components/portal/keys/key-columns";
import { KeyFilterBar } from "@/components/portal/keys/key-filter-bar";
import { KeyPanel } from "@/components/portal/keys/key-panel";
import { useCanManageKeys } from "@/components/portal/keys/use-can-manage-keys";
import { useKeyAddress } from "@/components/portal/keys/use-key-address";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { CreatedKey, Key } from "@/lib/domain/keys/schemas";

/** The keys page. `baseUrl` goes into the downloaded file beside the secrets. */
export function Keys({ baseUrl }: { baseUrl: string }) {
  const keys = useQuery(query(giving.listKeys, {}));
  const canManage = useCanManageKeys();
  const { hrefOf, setAddress, ...address } = useKeyAddress();
  const [change, setChange] = useState<KeyChange>();
  const [created, setCreated] = useState<CreatedKey>();
  const columns = useMemo(() => keyColumns(canManage ? setChange : undefined), [canManage]);

  const all = keys.data?.data;
  const filters = { environments: address.environment, states: address.status };
  const rows = all && arrangeKeys(all, filters, address.sort, new Date());
  const open = all?.find((key) => key.id === address.key);
  const clear = () => void setAddress({ environment: null, status: null });

  const showCreated = (key: CreatedKey) => {
    void setAddress({ create: null, ...(key.secretKey === null && { key: key.id }) });
    if (key.secretKey === null) toast.success(`Key “${key.name}” created`);
    else setCreated(key);
  };
  const createButton = canManage && (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => void setAddress({ create: true })}>
      Create key
    </Button>
  );

  return (
    <>
      <PageHeader
        title="API keys"
        purpose="What your servers sign with. Secrets are shown once, when a key is created."
        primaryAction={all?.length !== 0 && createButton}
      />
      {all && address.key && !open && (
        <Notice tone="warning" title="This key was not found">
          No key of your organisation has the id <span className="font-mono text-dense break-all">{address.key}</span>.
        </Notice>
      )}
      {all && all.length > 0 && <KeyFilterBar all={all} {...filters} onChange={(next) => void setAddress(next)} />}
      <DataTable
        caption="API keys"
        columns={columns}
        rows={rows}
        rowId={(key) => key.id}
        rowHref={(key) => hrefOf(key.id)}
        selectedId={open?.id}
        sort={address.sort ?? undefined}
        onSortChange={(sort) => void setAddress({ sort: sort as typeof address.sort })}
        filtered={all !== undefined && all.length > 0}
        onClearFilters={clear}
        error={keys.error && !keys.data ? loadProblem(keys.error, "The keys could not be loaded") : undefined}
        onRetry={() => void keys.refetch()}
        empty={<NoKeys action={createButton} />}
      />
      {open && (
        <KeyPanel
          apiKey={open}
          onClose={() => void setAddress({ key: null })}
          onStep={(direction) => void setAddress({ key: neighbour(rows ?? [], open, direction).id })}
          onChange={canManage ? setChange : undefined}
        />
      )}
      {address.create && canManage && (
        <CreateKeyDialog onClose={() => void setAddress({ create: null })} onCreated={showCreated} />
      )}
      {created && <CreatedKeyDialog created={created} baseUrl={baseUrl} onClose={() => setCreated(undefined)} />}
      {change && <KeyChangeDialog change={change} onClose={() => setChange(undefined)} />}
    </>
  );
}

function neighbour(rows: Key[], open: Key, direction: 1 | -1): Key {
  return rows[rows.findIndex((key) => key.id === open.id) + direction] ?? open;
}

function NoKeys({ action }: { action: ReactNode }) {
  return (
    <EmptyState icon={<KeyRound />} title="No keys yet" action={action}>
      Your servers sign their calls with a key. The first one opens the sandbox, with a pool of 100,000 test tokens; its
      secrets are shown once.
    </EmptyState>
  );
}
