import type { Metadata } from "next";
import { PartnerWebhooks } from "@/components/admin/partners/partner-webhooks";

export const metadata: Metadata = { title: "Webhooks of a partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerWebhooksPage({ params }: PageProps) {
  const { id } = await params;
  return <PartnerWebhooks id={id} />;
}
