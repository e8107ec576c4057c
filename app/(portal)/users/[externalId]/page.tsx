import type { Metadata } from "next";
import { externalIdOf } from "@/components/portal/users/user-name";
import { UserPage } from "@/components/portal/users/user-page";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "User" };

export default async function OneUserPage({ params }: { params: Promise<{ externalId: string }> }) {
  await requireSession();
  const { externalId } = await params;
  return (
    <PageBody>
      <UserPage externalId={externalIdOf(externalId)} />
    </PageBody>
  );
}
