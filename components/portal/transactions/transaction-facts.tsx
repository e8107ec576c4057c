import Link from "next/link";
import { TransactionStatusMark } from "@/components/portal/transactions/transaction-status";
import { TYPE_WORDS } from "@/components/portal/transactions/transaction-words";
import { userAddress } from "@/components/portal/users/user-name";
import { type Fact, Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { Transaction } from "@/lib/domain/giving/transactions/schemas";

export function TransactionFacts({ transaction }: { transaction: Transaction }) {
  const { id, externalId, actionId, campaignId, tokenPoolId, reversesTransactionId } = transaction;
  const facts: (Fact | false)[] = [
    { label: "Type", value: TYPE_WORDS[transaction.type].word },
    { label: "Status", value: <TransactionStatusMark status={transaction.status} /> },
    { label: "Tokens", value: transaction.tokens.toLocaleString("en") },
    { label: "Transaction ID", value: <Mono>{id}</Mono>, copy: id },
    { label: "User", value: <MonoLink href={userAddress(externalId)}>{externalId}</MonoLink>, copy: externalId },
    transaction.stakeholderTypeCode !== null && { label: "Stakeholder", value: transaction.stakeholderTypeCode },
    actionId !== null && {
      label: "Action",
      value: <MonoLink href={`/actions/${actionId}`}>{actionId}</MonoLink>,
      copy: actionId,
    },
    campaignId !== null && {
      label: "Campaign",
      value: <MonoLink href={`/campaigns/${campaignId}`}>{campaignId}</MonoLink>,
      copy: campaignId,
    },
    {
      label: "Token pool",
      value: <MonoLink href={`/token-pool?pool=${tokenPoolId}`}>{tokenPoolId}</MonoLink>,
      copy: tokenPoolId,
    },
    reversesTransactionId !== null && {
      label: "Reverses",
      value: <MonoLink href={`/transactions?transaction=${reversesTransactionId}`}>{reversesTransactionId}</MonoLink>,
      copy: reversesTransactionId,
    },
    transaction.type === "DISTRIBUTION" && {
      label: "Vests",
      value: <Time at={transaction.vestingUntil} format="absolute" never="At once" />,
    },
    transaction.type === "DISTRIBUTION" && {
      label: "Expires",
      value: <Time at={transaction.expiresAt} format="absolute" />,
    },
    { label: "Created", value: <Time at={transaction.createdAt} format="absolute" /> },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

function Mono({ children }: { children: string }) {
  return <span className="font-mono text-dense">{children}</span>;
}

function MonoLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link" href={href}>
      <Mono>{children}</Mono>
    </Link>
  );
}
