import type { ReactNode } from "react";
import { PartnerFrame } from "@/components/admin/partners/partner-frame";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

type LayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

export default async function OnePartnerLayout({ params, children }: LayoutProps) {
  await requireAdmin();
  const { id } = await params;
  return (
    <PageBody>
      <PartnerFrame id={id}>{children}</PartnerFrame>
    </PageBody>
  );
}
