import type { Metadata } from "next";
import { UserList } from "@/components/portal/users/user-list";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  await requireSession();
  return (
    <PageBody full>
      <UserList />
    </PageBody>
  );
}
