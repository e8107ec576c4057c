import type { Metadata } from "next";
import { PartnerPage } from "@/components/admin/partners/partner-page";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function OnePartnerPage({ params }: PageProps) {
  await requireAdmin();
  const { id } = await params;
  return (
    <PageBody>
      <PartnerPage id={id} />
    </PageBody>
  );
}
