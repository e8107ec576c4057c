import type { Metadata } from "next";
import { UserList } from "@/components/portal/users/user-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  await requireSession();
  return (
    <PageBody full>
      <PageHeader title="Users" purpose="Who receives your rewards, under the ids of your own system." />
      <UserList />
    </PageBody>
  );
}
