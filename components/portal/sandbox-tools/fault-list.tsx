"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { listFace } from "@/components/portal/list-face";
import { faultColumns } from "@/components/portal/sandbox-tools/fault-columns";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { query, useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { FaultList as Faults } from "@/lib/domain/faults/schemas";

const POLL_MS = 3_000;

const isWaiting = ({ data }: Faults) => data.some(({ remaining }) => remaining > 0);

/** The faults that were set, with what is left of each; read again while any waits. */
export function FaultList({ mayWrite }: { mayWrite: boolean }) {
  const faults = useQuery({
    ...query(giving.listFaults, {}),
    refetchInterval: ({ state }) => state.data !== undefined && isWaiting(state.data) && POLL_MS,
    // The list comes whole; tables count what they show.
    select: ({ data }) => ({ data, pagination: { total: data.length } }),
  });
  const clear = useCall(giving.clearFaults, { refresh: [giving.listFaults] });
  const hasAny = (faults.data?.data.length ?? 0) > 0;
  return (
    <Section
      title="Faults"
      actions={
        hasAny &&
        mayWrite && (
          <Button
            size="small"
            loading={clear.isPending}
            onClick={() => clear.mutate({}, { onSuccess: () => toast.success("Faults cleared") })}
          >
            Clear all faults
          </Button>
        )
      }
    >
      {clear.error && (
        <Notice tone="danger" announce>
          {problemSentence(clear.error)}
        </Notice>
      )}
      <DataTable
        caption="Faults"
        columns={faultColumns}
        rowId={(fault) => fault.id}
        {...listFace(faults, { failed: "Faults could not be loaded", empty: <NoFaults /> })}
      />
    </Section>
  );
}

function NoFaults() {
  return (
    <EmptyState icon={<FlaskConical />} title="No faults set" className="py-8">
      Sandbox requests are answered as they deserve. A fault set above waits here until requests have met it.
    </EmptyState>
  );
}
