"use client";

import { useQuery } from "@tanstack/react-query";
import { PanelFace } from "@/components/portal/panel-face";
import { TransactionFacts } from "@/components/portal/transactions/transaction-facts";
import { TYPE_WORDS } from "@/components/portal/transactions/transaction-words";
import { userAddress } from "@/components/portal/users/user-name";
import { CodeBlock } from "@/components/ui/code-block";
import { LinkButton } from "@/components/ui/link-button";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Transaction } from "@/lib/domain/giving/transactions/schemas";

export type TransactionPanelProps = {
  transactionId: string;
  /** The transaction as the list shows it, if it is on this page. */
  listed: Transaction | undefined;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One transaction beside the list, to scan. */
export function TransactionPanel({ transactionId, listed, onStep, onClose }: TransactionPanelProps) {
  const answer = useQuery({ ...query(giving.getTransaction, { transactionId }), placeholderData: listed });
  return (
    <PanelFace
      answer={answer}
      title={(transaction) => (transaction ? titleOf(transaction) : "Transaction")}
      failed="The transaction could not be loaded"
      onStep={onStep}
      onClose={onClose}
    >
      {(transaction) => <TransactionStory transaction={transaction} />}
    </PanelFace>
  );
}

function titleOf({ type, tokens, externalId }: Transaction): string {
  return `${TYPE_WORDS[type].word} of ${tokens.toLocaleString("en")}, ${externalId}`;
}

function TransactionStory({ transaction }: { transaction: Transaction }) {
  const { id, type, actionId, externalId } = transaction;
  return (
    <>
      <p className="text-content-muted">{TYPE_WORDS[type].meaning}</p>
      <div className="flex flex-wrap gap-2">
        {actionId !== null && (
          <LinkButton size="small" href={`/actions/${actionId}`}>
            Open action
          </LinkButton>
        )}
        <LinkButton size="small" href={userAddress(externalId)}>
          Open user
        </LinkButton>
      </div>
      <TransactionFacts transaction={transaction} />
      <CodeBlock
        title={`Result: GET /v1/partner/transactions/${id}`}
        what="result"
        code={JSON.stringify(transaction, null, 2)}
      />
    </>
  );
}
