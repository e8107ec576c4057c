import { ArrowLeftRight } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** No transaction yet: what makes the first one. */
export function TransactionsEmpty() {
  return (
    <EmptyState
      icon={<ArrowLeftRight />}
      title="No transactions in this environment yet"
      action={<LinkButton href="/first-call?call=action">Submit sample action</LinkButton>}
    >
      A transaction is a movement on a user's account. The first rewarded action makes one for each of its stakeholders;
      reversals, vesting and expiry make others.
    </EmptyState>
  );
}
