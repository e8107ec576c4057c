import type { Metadata } from "next";
import { Team } from "@/components/portal/team/team";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  await requireSession();
  return (
    <PageBody>
      <Team />
    </PageBody>
  );
}
