import type { Metadata } from "next";
import { ApiUsageView } from "@/components/admin/api-usage/api-usage-view";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "API usage" };

export default async function ApiUsagePage() {
  await requireAdmin();
  return (
    <PageBody>
      <PageHeader title="API usage" purpose="What all clients of the directory API call, and what became of it." />
      <ApiUsageView />
    </PageBody>
  );
}
