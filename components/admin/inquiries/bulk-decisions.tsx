"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BulkDialog } from "@/components/admin/inquiries/bulk-dialog";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { Button } from "@/components/ui/button";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import * as signInApi from "@/lib/contract/admin/sign-in";
import type { InquirySummary } from "@/lib/domain/giving/inquiries/schemas";

type BulkDecisionsProps = { picked: readonly InquirySummary[]; onPicksChange: (ids: string[]) => void };

/** What can be done with all the rows that were picked. */
export function BulkDecisions({ picked, onPicksChange }: BulkDecisionsProps) {
  const [open, setOpen] = useState<{ kind: "review" | "reject"; inquiries: readonly InquirySummary[] }>();
  const me = useQuery(query(signInApi.me, {}));
  const deciders = inquiriesApi.rejectInquiry.roles ?? [];
  const mayDecide = me.data && deciders.includes(me.data.admin.role);
  return (
    <>
      {picked.length > 0 && (
        <section aria-label="Picked inquiries" className="flex flex-wrap items-center gap-2 rounded-card bg-subtle p-2">
          <p className="px-2 text-dense font-medium">{picked.length.toLocaleString("en")} picked</p>
          {mayDecide ? (
            <>
              <Button size="small" onClick={() => setOpen({ kind: "review", inquiries: picked })}>
                Take into review
              </Button>
              <Button size="small" onClick={() => setOpen({ kind: "reject", inquiries: picked })}>
                Reject
              </Button>
            </>
          ) : (
            me.data && <p className="text-dense text-content-muted">{rolesText(deciders)} can decide.</p>
          )}
          <Button size="small" variant="ghost" onClick={() => onPicksChange([])}>
            Clear picks
          </Button>
        </section>
      )}
      {open && (
        <BulkDialog
          kind={open.kind}
          inquiries={open.inquiries}
          onClose={(failed) => {
            setOpen(undefined);
            if (failed) onPicksChange(failed);
          }}
        />
      )}
    </>
  );
}
