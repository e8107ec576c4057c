"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApproveDialog } from "@/components/admin/inquiries/approve-dialog";
import { ChangesDialog } from "@/components/admin/inquiries/changes-dialog";
import type { Decidable, DecisionKind } from "@/components/admin/inquiries/decide";
import { RejectDialog } from "@/components/admin/inquiries/reject-dialog";
import { ReviewDialog } from "@/components/admin/inquiries/review-dialog";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut } from "@/components/ui/use-shortcut";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import * as signInApi from "@/lib/contract/admin/sign-in";

const DIALOGS = {
  review: ReviewDialog,
  approve: ApproveDialog,
  reject: RejectDialog,
  requestChanges: ChangesDialog,
} as const satisfies Record<DecisionKind, unknown>;

/** What can be decided about an inquiry now, by button or by key, for those who may. */
export function Decisions({ inquiry }: { inquiry: Decidable }) {
  const [kind, setKind] = useState<DecisionKind>();
  const me = useQuery(query(signInApi.me, {}));
  const deciders = inquiriesApi.approveInquiry.roles ?? [];
  const isUndecided = inquiry.status === "SUBMITTED" || inquiry.status === "IN_REVIEW";
  const mayDecide = me.data !== undefined && deciders.includes(me.data.admin.role);
  const enabled = isUndecided && mayDecide;
  useShortcut("a", () => setKind("approve"), { enabled });
  useShortcut("c", () => setKind("requestChanges"), { enabled });
  useShortcut("r", () => setKind("reject"), { enabled });

  const Dialog = kind && DIALOGS[kind];
  return (
    <>
      {isUndecided && me.data && !mayDecide && (
        <p className="text-dense text-content-muted">{rolesText(deciders)} can decide.</p>
      )}
      {enabled && (
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" hint={<Kbd keys={["A"]} />} onClick={() => setKind("approve")}>
            Approve
          </Button>
          <Button hint={<Kbd keys={["C"]} />} onClick={() => setKind("requestChanges")}>
            Request changes
          </Button>
          <Button hint={<Kbd keys={["R"]} />} onClick={() => setKind("reject")}>
            Reject
          </Button>
          {inquiry.status === "SUBMITTED" && <Button onClick={() => setKind("review")}>Take into review</Button>}
        </div>
      )}
      {Dialog && <Dialog inquiry={inquiry} onClose={() => setKind(undefined)} />}
    </>
  );
}
