import type { Metadata } from "next";
import { ApiClientList } from "@/components/admin/api-clients/api-client-list";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "API clients" };

export default async function ApiClientsPage() {
  await requireAdmin();
  return (
    <PageBody full>
      <ApiClientList />
    </PageBody>
  );
}
