import type { Metadata } from "next";
import { ApiClientOverview } from "@/components/admin/api-clients/api-client-overview";

export const metadata: Metadata = { title: "API client" };

type PageProps = { params: Promise<{ id: string }> };

export default async function ApiClientOverviewPage({ params }: PageProps) {
  const { id } = await params;
  return <ApiClientOverview id={id} />;
}
