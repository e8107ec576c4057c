import type { Metadata } from "next";
import { ActionPage } from "@/components/portal/actions/action-page";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Action" };

export default async function OneActionPage({ params }: { params: Promise<{ actionId: string }> }) {
  await requireSession();
  const { actionId } = await params;
  return (
    <PageBody>
      <ActionPage actionId={actionId} />
    </PageBody>
  );
}
