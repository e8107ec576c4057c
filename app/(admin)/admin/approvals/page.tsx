import type { Metadata } from "next";
import { ApprovalList } from "@/components/admin/approvals/approval-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage() {
  await requireAdmin();
  return (
    <PageBody>
      <PageHeader title="Approvals" purpose="Changes of value that wait for a second administrator." />
      <ApprovalList />
    </PageBody>
  );
}
