import type { Metadata } from "next";
import { ActionList } from "@/components/portal/actions/action-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Actions" };

export default async function ActionsPage() {
  await requireSession();
  return (
    <PageBody full>
      <PageHeader title="Actions" purpose="What your users did, and the tokens it earned them." />
      <ActionList baseUrl={env().publicBaseUrl} />
    </PageBody>
  );
}
