import type { Metadata } from "next";
import { ApiClientKeys } from "@/components/admin/api-clients/api-client-keys";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Keys of an API client" };

type PageProps = { params: Promise<{ id: string }> };

export default async function ApiClientKeysPage({ params }: PageProps) {
  const { id } = await params;
  return <ApiClientKeys id={id} baseUrl={env().publicBaseUrl} />;
}
