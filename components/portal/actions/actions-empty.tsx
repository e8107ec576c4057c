"use client";

import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { SHELL_SAMPLE } from "@/components/public/code-samples";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const KEY_HEAD = 16;

/** No action yet: the signed call that makes the first one, for the person's own key. */
export function ActionsEmpty({ baseUrl }: { baseUrl: string }) {
  const me = useQuery(query(giving.me, {}));
  const key = me.data?.publishableKey && `${me.data.publishableKey.slice(0, KEY_HEAD)}…`;
  return (
    <EmptyState
      icon={<ListChecks />}
      title="No actions in this environment yet"
      action={<LinkButton href="/first-call">Watch for the first call</LinkButton>}
    >
      An action is something a user did, such as a purchase. Your server submits it, signed, and the token pool rewards
      its stakeholders. Run this where the secrets of your key are set:
      <div className="mt-4 grid grid-cols-1 text-left text-content">
        <CodeBlock
          title={key ? `Signed call with key ${key}` : "Signed call"}
          what="command"
          code={firstCommand(baseUrl, key)}
        />
      </div>
    </EmptyState>
  );
}

function firstCommand(baseUrl: string, key: string | null | undefined): string {
  const secrets = `# Set from the .env file of ${key ?? "your key"}\n# PORTICO_SECRET_KEY and PORTICO_HMAC_SECRET`;
  return `${secrets}\nexport PORTICO_BASE_URL=${baseUrl}\n${SHELL_SAMPLE}`;
}
