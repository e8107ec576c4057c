import type { Metadata } from "next";
import { UsageView } from "@/components/admin/usage/usage-view";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage() {
  await requireAdmin();
  return (
    <PageBody>
      <PageHeader title="Usage" purpose="What all partners call, what fails and who is refused by limits, in UTC." />
      <UsageView />
    </PageBody>
  );
}
