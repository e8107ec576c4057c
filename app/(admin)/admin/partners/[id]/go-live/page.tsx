import type { Metadata } from "next";
import { PartnerGoLive } from "@/components/admin/production/partner-go-live";

export const metadata: Metadata = { title: "Go-live of a partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerGoLivePage({ params }: PageProps) {
  const { id } = await params;
  return <PartnerGoLive id={id} />;
}
