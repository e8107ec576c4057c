import type { Metadata } from "next";
import { CampaignPage } from "@/components/portal/campaigns/campaign-page";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Campaign" };

export default async function OneCampaignPage({ params }: { params: Promise<{ campaignId: string }> }) {
  await requireSession();
  const { campaignId } = await params;
  return (
    <PageBody>
      <CampaignPage campaignId={campaignId} />
    </PageBody>
  );
}
