import { STATUS_WORDS } from "@/components/portal/transactions/transaction-words";
import { Status } from "@/components/ui/status";
import type { Transaction } from "@/lib/domain/giving/transactions/schemas";

export function TransactionStatusMark({ status }: Pick<Transaction, "status">) {
  const { tone, word } = STATUS_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
