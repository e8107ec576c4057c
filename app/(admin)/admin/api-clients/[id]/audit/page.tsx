import type { Metadata } from "next";
import { ApiClientAudit } from "@/components/admin/api-clients/api-client-audit";

export const metadata: Metadata = { title: "Audit of an API client" };

type PageProps = { params: Promise<{ id: string }> };

export default async function ApiClientAuditPage({ params }: PageProps) {
  const { id } = await params;
  return <ApiClientAudit id={id} />;
}
