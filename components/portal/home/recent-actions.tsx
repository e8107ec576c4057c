import { Activity } from "lucide-react";
import { actionColumns } from "@/components/portal/actions/action-columns";
import type { HomeFigures } from "@/components/portal/home/use-home-figures";
import { listFace } from "@/components/portal/list-face";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";

// The five latest, always: sorting is for the whole list.
const COLUMNS = actionColumns.map((column) => ({ ...column, enableSorting: false }));

const FAILED = "The latest actions could not be loaded";

export function RecentActions({ actions }: Pick<HomeFigures, "actions">) {
  const isEmpty = actions.data?.data.length === 0;
  return (
    <Section
      title="Latest actions"
      actions={
        !isEmpty && (
          <>
            <LinkButton href="/transactions" size="small">
              Show transactions
            </LinkButton>
            <LinkButton href="/actions" size="small">
              Show all actions
            </LinkButton>
          </>
        )
      }
    >
      <DataTable
        caption="Latest actions"
        columns={COLUMNS}
        rowId={(action) => action.actionId}
        rowHref={(action) => `/actions/${action.actionId}`}
        {...listFace(actions, { failed: FAILED, empty: <NoActions /> })}
      />
    </Section>
  );
}

function NoActions() {
  return (
    <EmptyState
      icon={<Activity />}
      title="No actions yet"
      action={<LinkButton href="/first-call?call=action">Submit sample action</LinkButton>}
    >
      An action is what your server sends when somebody earned a reward, such as a purchase or a shift.
    </EmptyState>
  );
}
