import type { Metadata } from "next";
import { ClaimQueue } from "@/components/admin/claims/claim-queue";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Claims" };

export default async function ClaimsPage() {
  await requireAdmin();
  return (
    <PageBody full>
      <PageHeader title="Claims" purpose="Those who say that a provider is theirs, latest first." />
      <ClaimQueue />
    </PageBody>
  );
}
