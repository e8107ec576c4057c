import type { Metadata } from "next";
import { PoolOverview } from "@/components/portal/token-pool/pool-overview";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Token pool" };

export default async function TokenPoolPage() {
  await requireSession();
  return (
    <PageBody>
      <PoolOverview />
    </PageBody>
  );
}
