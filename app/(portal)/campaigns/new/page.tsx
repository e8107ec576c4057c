import type { Metadata } from "next";
import { NewCampaign } from "@/components/portal/campaigns/new-campaign";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Create campaign" };

export default async function NewCampaignPage() {
  await requireSession();
  return (
    <PageBody>
      <NewCampaign />
    </PageBody>
  );
}
