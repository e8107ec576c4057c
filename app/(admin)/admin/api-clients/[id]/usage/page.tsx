import type { Metadata } from "next";
import { ApiUsageView } from "@/components/admin/api-usage/api-usage-view";

export const metadata: Metadata = { title: "Usage of an API client" };

type PageProps = { params: Promise<{ id: string }> };

export default async function ApiUsageViewPage({ params }: PageProps) {
  const { id } = await params;
  return <ApiUsageView apiClientId={id} />;
}
