import type { Metadata } from "next";
import { AuditList } from "@/components/admin/audit/audit-list";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage() {
  await requireAdmin();
  return (
    <PageBody>
      <AuditList />
    </PageBody>
  );
}
