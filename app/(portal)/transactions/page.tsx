import type { Metadata } from "next";
import { TransactionList } from "@/components/portal/transactions/transaction-list";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Transactions" };

export default async function TransactionsPage() {
  await requireSession();
  return (
    <PageBody full>
      <TransactionList />
    </PageBody>
  );
}
