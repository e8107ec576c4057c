import type { Metadata } from "next";
import { SecondFactor } from "@/components/admin/account/second-factor";
import { Sessions } from "@/components/admin/account/sessions";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Account" };

export default async function AdminAccountPage() {
  await requireAdmin();
  return (
    <PageBody>
      <PageHeader title="Account" purpose="How you sign in, and where you are signed in." />
      <SecondFactor />
      <Sessions />
    </PageBody>
  );
}
