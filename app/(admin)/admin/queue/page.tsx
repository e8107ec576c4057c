import type { Metadata } from "next";
import { Queue } from "@/components/admin/inquiries/queue";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage() {
  await requireAdmin();
  return (
    <PageBody full>
      <PageHeader title="Queue" purpose="Organisations that ask to become a partner, the longest wait first." />
      <Queue />
    </PageBody>
  );
}
