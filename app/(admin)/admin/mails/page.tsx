import type { Metadata } from "next";
import { MailList } from "@/components/admin/mails/mail-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Mails" };

export default async function MailsPage() {
  await requireAdmin();
  return (
    <PageBody full>
      <PageHeader title="Mails" purpose="What the platform writes to people, and whether it went out." />
      <MailList />
    </PageBody>
  );
}
