"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { deviceOf } from "@/components/admin/account/device";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { loadProblem } from "@/components/portal/list-face";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable } from "@/components/ui/data-table";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { query, useCall } from "@/lib/client/query";
import { leavePortal } from "@/lib/client/sign-in";
import * as ownAccount from "@/lib/contract/admin/own-account";
import type { AdminSession } from "@/lib/domain/admins/schemas";

const column = dataColumns<AdminSession>();

const COLUMNS = [
  column.accessor("userAgent", {
    header: "Where",
    cell: ({ row: { original } }) => (
      <span className="inline-flex flex-wrap items-center gap-2 font-medium">
        {deviceOf(original)}
        {original.isCurrent && <Badge>This session</Badge>}
      </span>
    ),
    meta: { phone: "title" },
  }),
  column.accessor("address", {
    header: "Address",
    cell: ({ getValue }) => <span className="font-mono text-dense break-all">{getValue()}</span>,
    meta: { width: "md:w-48", phone: "meta" },
  }),
  column.accessor("lastUsedAt", {
    header: "Last used",
    cell: ({ getValue }) => <Time at={getValue()} />,
    meta: { align: "right", width: "md:w-32", phone: "meta" },
  }),
  column.accessor("createdAt", {
    header: "Signed in",
    cell: ({ getValue }) => <Time at={getValue()} />,
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
  }),
  column.display({
    id: "actions",
    header: () => <span className="sr-only">Actions</span>,
    cell: ({ row: { original } }) => <EndSession session={original} />,
    meta: { align: "right", width: "md:w-36", phone: "aside" },
  }),
];

/** Where the administrator is signed in, each to be ended. */
export function Sessions() {
  const sessions = useQuery(query(ownAccount.listSessions, {}));
  return (
    <Section title="Sessions" description="Ending one holds at once, whatever it was doing.">
      <DataTable
        caption="Sessions"
        columns={COLUMNS}
        rows={sessions.data?.data}
        rowId={({ id }) => id}
        error={
          sessions.error && !sessions.data ? loadProblem(sessions.error, "The sessions could not be loaded") : undefined
        }
        onRetry={() => void sessions.refetch()}
        empty={null}
      />
    </Section>
  );
}

function EndSession({ session }: { session: AdminSession }) {
  const [asking, setAsking] = useState(false);
  const end = useCall(ownAccount.endSession, { refresh: session.isCurrent ? [] : [ownAccount.listSessions] });
  const onSuccess = () => {
    if (session.isCurrent) return void leavePortal();
    toast.success("Session ended");
    setAsking(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={`End session: ${deviceOf(session)}`}>
        End session
      </Button>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={setAsking}
          title={`End the session on ${deviceOf(session)}?`}
          consequence={
            session.isCurrent ? "This is the one you are using: you are signed out." : "It is signed out at once."
          }
          confirmLabel="End session"
          keepLabel="Keep session"
          loading={end.isPending}
          error={end.error && problemSentence(end.error)}
          onConfirm={() => end.mutate({ sessionId: session.id }, { onSuccess })}
        />
      )}
    </>
  );
}
