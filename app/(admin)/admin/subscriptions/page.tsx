import type { Metadata } from "next";
import { SubscriptionList } from "@/components/admin/subscriptions/subscription-list";
import { PageBody } from "@/components/ui/page-body";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Webhook subscriptions" };

export default async function SubscriptionsPage() {
  await requireAdmin();
  return (
    <PageBody full>
      <SubscriptionList />
    </PageBody>
  );
}
