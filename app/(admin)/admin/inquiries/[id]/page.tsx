import type { Metadata } from "next";
import { InquiryPage } from "@/components/admin/inquiries/inquiry-page";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Inquiry" };

type PageProps = { params: Promise<{ id: string }> };

export default async function OneInquiryPage({ params }: PageProps) {
  await requireAdmin();
  const { id } = await params;
  return (
    <PageBody>
      <InquiryPage id={id} />
    </PageBody>
  );
}
