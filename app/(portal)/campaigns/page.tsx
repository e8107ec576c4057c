import type { Metadata } from "next";
import { CampaignList, CampaignsHeader } from "@/components/portal/campaigns/campaign-list";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Campaigns" };

export default async function CampaignsPage() {
  await requireSession();
  return (
    <PageBody full>
      <CampaignsHeader />
      <CampaignList />
    </PageBody>
  );
}
