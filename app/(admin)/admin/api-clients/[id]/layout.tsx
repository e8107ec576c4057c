import type { ReactNode } from "react";
import { ApiClientFrame } from "@/components/admin/api-clients/api-client-frame";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

type LayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

export default async function OneApiClientLayout({ params, children }: LayoutProps) {
  await requireAdmin();
  const { id } = await params;
  return (
    <PageBody>
      <ApiClientFrame id={id}>{children}</ApiClientFrame>
    </PageBody>
  );
}
