import type { Metadata } from "next";
import { PartnerPools } from "@/components/admin/pools/partner-pools";

export const metadata: Metadata = { title: "Token pools of a partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerPoolsPage({ params }: PageProps) {
  const { id } = await params;
  return <PartnerPools id={id} />;
}
