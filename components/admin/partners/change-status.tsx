"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { ChangeStatusDialog } from "@/components/admin/partners/change-status-dialog";
import { movesFrom, type StatusMove } from "@/components/admin/partners/status-moves";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { Button } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { query } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";
import * as signInApi from "@/lib/contract/admin/sign-in";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** The moves a partner can make, for those who may decide on them. */
export function ChangeStatus({ partner }: { partner: PartnerRecord }) {
  const [move, setMove] = useState<StatusMove>();
  const me = useQuery(query(signInApi.me, {}));
  const moves = movesFrom(partner.status);
  if (!me.data || (moves.length === 0 && !move)) return null;
  const deciders = partnersApi.setPartnerStatus.roles ?? [];
  if (!deciders.includes(me.data.admin.role)) {
    return <p className="text-dense text-content-muted">{rolesText(deciders)} can change the status.</p>;
  }
  return (
    <>
      <DropdownMenu
        align="end"
        trigger={
          <Button>
            Change status
            <ChevronDown aria-hidden="true" />
          </Button>
        }
        entries={moves.map((each) => ({
          label: `${each.label}…`,
          tone: each.tone === "danger" ? ("danger" as const) : undefined,
          onSelect: () => setMove(each),
        }))}
      />
      {move && <ChangeStatusDialog partner={partner} move={move} onClose={() => setMove(undefined)} />}
    </>
  );
}
