import { KeyRound } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** Stands in every list of somebody who has no key yet. */
export function NoPartnerYet() {
  return (
    <EmptyState
      icon={<KeyRound />}
      title="Create a first key"
      action={
        <LinkButton href="/keys" variant="primary">
          Open API keys
        </LinkButton>
      }
    >
      Nothing can be listed yet. The first key creates your partner, its sandbox and a pool of 100,000 sandbox tokens.
    </EmptyState>
  );
}
