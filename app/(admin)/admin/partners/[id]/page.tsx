import type { Metadata } from "next";
import { PartnerOverview } from "@/components/admin/partners/partner-overview";

export const metadata: Metadata = { title: "Partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerOverviewPage({ params }: PageProps) {
  const { id } = await params;
  return <PartnerOverview id={id} />;
}
