import type { Metadata } from "next";
import { ContentList } from "@/components/admin/content/content-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Content" };

export default async function ContentPage() {
  await requireAdmin();
  return (
    <PageBody full>
      <PageHeader
        title="Content"
        purpose="The directory's records, visible to partners or not, and what decides on it."
      />
      <ContentList />
    </PageBody>
  );
}
