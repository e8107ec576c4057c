"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConicalOff } from "lucide-react";
import { loadProblem } from "@/components/portal/list-face";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { FaultList } from "@/components/portal/sandbox-tools/fault-list";
import { ResetSandbox } from "@/components/portal/sandbox-tools/reset-sandbox";
import { SetFault } from "@/components/portal/sandbox-tools/set-fault";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

/** Failures on demand, and a fresh start. */
export function SandboxTools() {
  const { environment, setEnvironment } = useEnvironment();
  const me = useQuery(query(giving.me, {}));
  if (environment === "production") {
    return (
      <EmptyState
        icon={<FlaskConicalOff />}
        title="Production has no such tools"
        action={
          <Button variant="primary" onClick={() => setEnvironment("sandbox")}>
            Show sandbox
          </Button>
        }
      >
        Faults would fail real rewards, and a reset would end real campaigns. Both are for the sandbox only.
      </EmptyState>
    );
  }
  if (me.error && !me.data) {
    const { title, message, requestId } = loadProblem(me.error, "The tools could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void me.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!me.data) return <Skeleton className="h-96 w-full" />;
  const { partner, user } = me.data;
  if (!partner) return <NoPartnerYet />;
  const mayWrite = user.role !== "VIEWER";
  return (
    <div className="flex flex-col gap-12">
      <SetFault mayWrite={mayWrite} />
      <FaultList mayWrite={mayWrite} />
      <ResetSandbox slug={partner.slug} mayReset={user.role === "OWNER" || user.role === "ADMIN"} />
    </div>
  );
}
