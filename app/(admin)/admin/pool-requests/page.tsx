import type { Metadata } from "next";
import { PoolRequestList } from "@/components/admin/pool-requests/pool-request-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Pool requests" };

export default async function PoolRequestsPage() {
  await requireAdmin();
  return (
    <PageBody>
      <PageHeader title="Pool requests" purpose="Tokens that partners asked for and nobody has decided on." />
      <PoolRequestList />
    </PageBody>
  );
}
