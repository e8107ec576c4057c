import type { Metadata } from "next";
import { ProductionRequest } from "@/components/portal/production-request/production-request";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Request production" };

export default async function ProductionRequestPage() {
  await requireSession();
  return (
    <PageBody>
      <BreadcrumbTrail crumbs={[{ label: "Request production" }]} />
      <PageHeader title="Request production" purpose="What a reviewer needs to know to open production for you." />
      <ProductionRequest />
    </PageBody>
  );
}
