import type { Metadata } from "next";
import { AdminTeam } from "@/components/admin/team/admin-team";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Team" };

export default async function AdminTeamPage() {
  await requireAdmin();
  return (
    <PageBody>
      <AdminTeam />
    </PageBody>
  );
}
