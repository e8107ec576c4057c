import Link from "next/link";
import { ActionStatusMark } from "@/components/portal/actions/action-status";
import { amountText } from "@/components/portal/actions/action-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { Action } from "@/lib/domain/giving/actions/schemas";

export function ActionFacts({ action }: { action: Action }) {
  const { actionId, idempotencyKey, tokenPoolId, campaignId } = action;
  const facts: (Fact | false)[] = [
    { label: "Status", value: <ActionStatusMark status={action.status} /> },
    { label: "Type", value: action.actionType },
    { label: "Amount", value: amountText(action) },
    { label: "Tokens", value: action.tokensDistributed.toLocaleString("en") },
    { label: "Action ID", value: <Mono>{actionId}</Mono>, copy: actionId },
    { label: "Idempotency key", value: <Mono>{idempotencyKey}</Mono>, copy: idempotencyKey },
    tokenPoolId !== null && {
      label: "Token pool",
      value: (
        <Link className="link" href={`/token-pool?pool=${tokenPoolId}`}>
          <Mono>{tokenPoolId}</Mono>
        </Link>
      ),
      copy: tokenPoolId,
    },
    campaignId !== null && {
      label: "Campaign",
      value: (
        <Link className="link" href={`/campaigns/${campaignId}`}>
          <Mono>{campaignId}</Mono>
        </Link>
      ),
      copy: campaignId,
    },
    { label: "Occurred", value: <Time at={action.occurredAt} format="absolute" /> },
    { label: "Created", value: <Time at={action.createdAt} format="absolute" /> },
    action.updatedAt !== action.createdAt && {
      label: "Updated",
      value: <Time at={action.updatedAt} format="absolute" />,
    },
    { label: "Environment", value: action.environment === "sandbox" ? "Sandbox" : "Production" },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

function Mono({ children }: { children: string }) {
  return <span className="font-mono text-dense">{children}</span>;
}
