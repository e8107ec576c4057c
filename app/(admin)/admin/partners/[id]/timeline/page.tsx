import type { Metadata } from "next";
import { AuditTimeline } from "@/components/admin/audit/audit-timeline";

export const metadata: Metadata = { title: "Timeline of a partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerTimelinePage({ params }: PageProps) {
  const { id } = await params;
  return <AuditTimeline partnerId={id} />;
}
