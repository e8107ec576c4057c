import type { Metadata } from "next";
import { Dashboard } from "@/components/portal/dashboard/dashboard";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  await requireSession();
  return (
    <PageBody>
      <Dashboard />
    </PageBody>
  );
}
