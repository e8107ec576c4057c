import type { Metadata } from "next";
import { DonationList } from "@/components/portal/donations/donation-list";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Donations" };

export default async function DonationsPage() {
  await requireSession();
  return (
    <PageBody full>
      <DonationList baseUrl={env().publicBaseUrl} />
    </PageBody>
  );
}
