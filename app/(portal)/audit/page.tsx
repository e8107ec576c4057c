import type { Metadata } from "next";
import { OwnAudit } from "@/components/portal/audit/own-audit";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Audit" };

export default async function OwnAuditPage() {
  await requireSession();
  return (
    <PageBody>
      <OwnAudit />
    </PageBody>
  );
}
