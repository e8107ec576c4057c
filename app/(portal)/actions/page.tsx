import type { Metadata } from "next";
import { ActionList } from "@/components/portal/actions/action-list";
import { ActionsHeader } from "@/components/portal/actions/actions-header";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Actions" };

export default async function ActionsPage() {
  await requireSession();
  return (
    <PageBody full>
      <ActionsHeader />
      <ActionList baseUrl={env().publicBaseUrl} />
    </PageBody>
  );
}
