import type { Metadata } from "next";
import { PartnerKeys } from "@/components/admin/keys/partner-keys";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Keys of a partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerKeysPage({ params }: PageProps) {
  const { id } = await params;
  return <PartnerKeys id={id} baseUrl={env().publicBaseUrl} />;
}
