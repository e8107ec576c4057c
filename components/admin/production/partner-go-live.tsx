"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { type Act, ProductionAct } from "@/components/admin/production/production-act";
import { ProductionRequestReview } from "@/components/admin/production/production-request-review";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { GoLiveItem } from "@/components/portal/go-live/go-live-item";
import { ACCESS_LOOKS } from "@/components/portal/go-live/production-access";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import * as productionApi from "@/lib/contract/admin/production";
import * as signInApi from "@/lib/contract/admin/sign-in";
import { COMPLIANCE_ROLES } from "@/lib/domain/admins/schemas";
import type { ProductionAccess } from "@/lib/domain/partners/statuses";

/** A partner's way to production: where it stands, what it asked for, and what it has shown. */
export function PartnerGoLive({ id }: { id: string }) {
  const [act, setAct] = useState<Act>();
  const partner = usePartnerRecord(id).data;
  const me = useQuery(query(signInApi.me, {})).data;
  const goLive = useQuery(query(productionApi.getPartnerGoLive, { id }));
  if (goLive.error && !goLive.data) {
    const { title, message, requestId } = loadProblem(goLive.error, "The checklist could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void goLive.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!goLive.data || !partner || !me) return <Skeleton className="h-96 w-full" />;
  const mayDecide = COMPLIANCE_ROLES.some((role) => role === me.admin.role) && partner.status !== "TERMINATED";
  const { word } = ACCESS_LOOKS[partner.productionAccess];
  return (
    <>
      <Section
        title={`Production access: ${word.toLowerCase()}`}
        description={mayDecide ? undefined : `${rolesText(COMPLIANCE_ROLES)} can decide.`}
        actions={mayDecide && <Decisions access={partner.productionAccess} onAct={setAct} />}
      >
        <ProductionRequestReview partnerId={id} mayDecide={mayDecide} />
      </Section>
      <Section title="Checklist" description="As the partner sees it, judged at this moment by recorded traffic.">
        <ol className="divide-y divide-default border-y border-default">
          {goLive.data.items.map((item, index) => (
            <GoLiveItem key={item.id} item={item} number={index + 1} next={undefined} isUpNext={false}>
              {mayDecide && item.status !== "PASSED" && item.status !== "WAIVED" && (
                <div>
                  <Button size="small" onClick={() => setAct({ kind: "WAIVE", item })}>
                    Waive item
                  </Button>
                </div>
              )}
            </GoLiveItem>
          ))}
        </ol>
      </Section>
      {act && <ProductionAct partner={partner} act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}

/** What can be decided in this state. */
function Decisions({ access, onAct }: { access: ProductionAccess; onAct: (act: Act) => void }) {
  if (access === "REQUESTED") {
    return (
      <>
        <Button onClick={() => onAct({ kind: "REJECT" })}>Reject request</Button>
        <Button onClick={() => onAct({ kind: "REQUEST_CHANGES" })}>Ask for changes</Button>
        <Button variant="primary" onClick={() => onAct({ kind: "APPROVE" })}>
          Approve access
        </Button>
      </>
    );
  }
  if (access !== "APPROVED" && access !== "LIVE") return null;
  return (
    <>
      <Button onClick={() => onAct({ kind: "REVOKE" })}>Revoke access</Button>
      {access === "APPROVED" && (
        <Button variant="primary" onClick={() => onAct({ kind: "CUT_OVER" })}>
          Cut over
        </Button>
      )}
    </>
  );
}
