"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins } from "lucide-react";
import { useMemo } from "react";
import { DialogButton } from "@/components/admin/partners/dialog-button";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { OpenPoolDialog } from "@/components/admin/pools/open-pool-dialog";
import { poolColumns } from "@/components/admin/pools/pool-columns";
import { loadProblem } from "@/components/portal/list-face";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as poolsApi from "@/lib/contract/admin/token-pools";

/** The partner's pools of both environments, and what administrators do with them. */
export function PartnerPools({ id }: { id: string }) {
  const { data: partner } = usePartnerRecord(id);
  const pools = useQuery(query(poolsApi.listPartnerPools, { id }));
  const rows = useMemo(
    () => (partner ? pools.data?.data.map((pool) => ({ ...pool, partner })) : undefined),
    [partner, pools.data],
  );
  if (!partner) return null;
  return (
    <Section
      title="Token pools"
      description="Every reward draws on a pool. Restrictions bind later rewards only."
      actions={
        <DialogButton
          partner={partner}
          endpoint={poolsApi.createTokenPool}
          label="Open pool"
          dialog={(close) => <OpenPoolDialog partner={partner} onClose={close} />}
        />
      }
    >
      <DataTable
        caption="Token pools"
        columns={poolColumns}
        rowId={(row) => row.id}
        rows={rows}
        error={pools.error && !pools.data ? loadProblem(pools.error, "Pools could not be loaded") : undefined}
        onRetry={() => void pools.refetch()}
        empty={
          <EmptyState icon={<Coins />} title="No token pool">
            Without one no action of this partner gives tokens. Open a first one: it becomes the default of its
            environment.
          </EmptyState>
        }
      />
    </Section>
  );
}
