import type { Metadata } from "next";
import { UsageView } from "@/components/admin/usage/usage-view";

export const metadata: Metadata = { title: "Usage of a partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerUsagePage({ params }: PageProps) {
  const { id } = await params;
  return <UsageView partnerId={id} />;
}
