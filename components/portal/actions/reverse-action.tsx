"use client";

import { Undo2 } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { ReverseActionDialog } from "@/components/portal/actions/reverse-action-dialog";
import { useMayWrite } from "@/components/portal/use-may-write";
import { Button } from "@/components/ui/button";
import type { Action } from "@/lib/domain/giving/actions/schemas";

export type ReverseActionProps = { action: Action; size?: "small" | "medium" };

/** Opens the question. Nothing where there is nothing left to reverse, and for those who may only read. */
export function ReverseAction({ action, size }: ReverseActionProps) {
  const [isAsking, setAsking] = useQueryState("reverse", parseAsBoolean.withDefault(false));
  const may = useMayWrite("actions:write");
  const isStanding = action.status === "COMPLETED" || action.status === "PARTIALLY_REVERSED";
  if (!may || !isStanding) return null;
  return (
    <>
      <Button size={size} icon={<Undo2 aria-hidden="true" />} onClick={() => void setAsking(true)}>
        Reverse action
      </Button>
      {isAsking && <ReverseActionDialog action={action} onClose={() => void setAsking(null)} />}
    </>
  );
}
