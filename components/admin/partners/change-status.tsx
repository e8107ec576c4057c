"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { ChangeStatusDialog } from "@/components/admin/partners/change-status-dialog";
import { movesFrom, type StatusMove } from "@/components/admin/partners/status-moves";
import { Button } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { query } from "@/lib/client/query";
import * as admin from "@/lib/contract/admin";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** The moves a partner can make, for those who may decide on them. */
export function ChangeStatus({ partner }: { partner: PartnerRecord }) {
  const [move, setMove] = useState<StatusMove>();
  const me = useQuery(query(admin.me, {}));
  const moves = movesFrom(partner.status);
  const mayChange = me.data && admin.setPartnerStatus.roles?.includes(me.data.admin.role);
  if (!mayChange || (moves.length === 0 && !move)) return null;
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
