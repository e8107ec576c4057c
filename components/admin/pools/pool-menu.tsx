"use client";

import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import { MoveTokensDialog } from "@/components/admin/pools/move-tokens-dialog";
import { PoolRulesSheet } from "@/components/admin/pools/pool-rules-sheet";
import { PoolStepDialog } from "@/components/admin/pools/pool-step-dialog";
import { type PoolStep, stepsOf } from "@/components/admin/pools/pool-steps";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import * as poolsApi from "@/lib/contract/admin/token-pools";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

type PoolMenuProps = { partner: PartnerRecord; pool: TokenPool };
type Opened = "allocate" | "withdraw" | "rules" | PoolStep;

/** What may be done to a pool, for those who may. A closed one stays as it is. */
export function PoolMenu({ partner, pool }: PoolMenuProps) {
  const [opened, setOpened] = useState<Opened>();
  const mayChange = useMayCall(poolsApi.updateTokenPool);
  if (!mayChange || partner.status === "TERMINATED" || (pool.status === "CLOSED" && !opened)) return null;
  const close = () => setOpened(undefined);
  return (
    <>
      <DropdownMenu
        trigger={<IconButton small label={`Actions for pool ${pool.name}`} icon={<Ellipsis aria-hidden="true" />} />}
        entries={[
          { label: "Add tokens…", onSelect: () => setOpened("allocate") },
          { label: "Take tokens out…", onSelect: () => setOpened("withdraw"), disabled: pool.balance === 0 },
          { label: "Edit rules…", onSelect: () => setOpened("rules") },
          "separator",
          ...stepsOf(pool).map((step) => ({
            label: `${step.label}…`,
            tone: step.tone === "danger" ? ("danger" as const) : undefined,
            onSelect: () => setOpened(step),
          })),
        ]}
      />
      {opened !== undefined && dialogOf(opened, { partner, pool }, close)}
    </>
  );
}

function dialogOf(opened: Opened, props: PoolMenuProps, onClose: () => void): ReactNode {
  if (opened === "rules") return <PoolRulesSheet {...props} onClose={onClose} />;
  if (opened === "allocate" || opened === "withdraw") {
    return <MoveTokensDialog {...props} direction={opened} onClose={onClose} />;
  }
  return <PoolStepDialog {...props} step={opened} onClose={onClose} />;
}
