"use client";

import { FlaskConical } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { TryActionDialog } from "@/components/portal/actions/try-action-dialog";
import { useMayWrite } from "@/components/portal/use-may-write";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

/** Heads the log; an action can be tried without being submitted. */
export function ActionsHeader() {
  const [isTrying, setTrying] = useQueryState("try", parseAsBoolean.withDefault(false));
  const may = useMayWrite("actions:write");
  return (
    <>
      <PageHeader
        title="Actions"
        purpose="What your users did, and the tokens it earned them."
        actions={
          may && (
            <Button icon={<FlaskConical aria-hidden="true" />} onClick={() => void setTrying(true)}>
              Try an action
            </Button>
          )
        }
      />
      {isTrying && may && <TryActionDialog onClose={() => void setTrying(null)} />}
    </>
  );
}
