import type { Metadata } from "next";
import { PartnerList } from "@/components/admin/partners/partner-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Partners" };

export default async function PartnersPage() {
  await requireAdmin();
  return (
    <PageBody full>
      <PageHeader title="Partners" purpose="Every organisation that calls the API, in whatever state." />
      <PartnerList />
    </PageBody>
  );
}
