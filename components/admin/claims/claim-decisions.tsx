"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isDecided, whyNotApprovable } from "@/components/admin/claims/claim-words";
import { DecideClaimDialog } from "@/components/admin/claims/decide-claim-dialog";
import type { ClaimDecision } from "@/components/admin/claims/use-claim-decision";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { useShortcut } from "@/components/ui/use-shortcut";
import { query } from "@/lib/client/query";
import * as signInApi from "@/lib/contract/admin/sign-in";
import * as claimsApi from "@/lib/contract/directory/admin-claims";
import type { ReviewedClaim } from "@/lib/domain/directory/claims/schemas";

/** What can be decided about a claim, by button or by key, for those who may; and why it cannot be approved. */
export function ClaimDecisions({ claim, onDecided }: { claim: ReviewedClaim; onDecided: () => void }) {
  const [kind, setKind] = useState<ClaimDecision["kind"]>();
  const me = useQuery(query(signInApi.me, {}));
  const deciders = claimsApi.approveProviderClaim.roles ?? [];
  const isOpen = !isDecided(claim);
  const mayDecide = me.data !== undefined && deciders.includes(me.data.admin.role);
  const obstacle = isOpen ? whyNotApprovable(claim) : undefined;
  const enabled = isOpen && mayDecide;
  useShortcut("a", () => setKind("approve"), { enabled: enabled && obstacle === undefined });
  useShortcut("r", () => setKind("reject"), { enabled });
  return (
    <>
      {obstacle && (
        <Notice tone="warning" title="It cannot be approved">
          {obstacle}
        </Notice>
      )}
      {isOpen && me.data && !mayDecide && (
        <p className="text-dense text-content-muted">{rolesText(deciders)} can decide.</p>
      )}
      {enabled && (
        <div className="flex flex-wrap gap-2">
          {obstacle === undefined && (
            <Button variant="primary" hint={<Kbd keys={["A"]} />} onClick={() => setKind("approve")}>
              Approve
            </Button>
          )}
          <Button hint={<Kbd keys={["R"]} />} onClick={() => setKind("reject")}>
            Reject
          </Button>
        </div>
      )}
      {kind && <DecideClaimDialog claim={claim} kind={kind} onClose={() => setKind(undefined)} onDecided={onDecided} />}
    </>
  );
}
