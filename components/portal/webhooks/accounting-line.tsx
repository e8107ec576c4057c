"use client";

import { useQuery } from "@tanstack/react-query";
import { Equation } from "@/components/portal/equation";
import { Notice } from "@/components/ui/notice";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const LOOK_AGAIN_MS = 30_000;

/** Where every event of the last 90 days has got to, as a sum anyone can check. Nothing before there are events. */
export function AccountingLine() {
  const { data } = useQuery({ ...query(giving.getEventAccounting, {}), refetchInterval: LOOK_AGAIN_MS });
  if (!data || data.committed === 0) return null;
  return (
    <>
      <Equation
        label="Events of the last 90 days"
        terms={[
          { label: "Committed events", tokens: data.committed },
          { operator: "=", label: "Delivered", tokens: data.delivered },
          { operator: "+", label: "Pending", tokens: data.pending },
          { operator: "+", label: "Exhausted", tokens: data.exhausted },
          { operator: "+", label: "Canceled", tokens: data.canceled },
          { operator: "+", label: "No subscriber", tokens: data.unsubscribed },
        ]}
      />
      {data.difference !== 0 && (
        <Notice tone="danger" title="Events are missing from this sum">
          {data.difference.toLocaleString("en")} events are accounted for nowhere. Tell the platform’s administrator.
        </Notice>
      )}
    </>
  );
}
