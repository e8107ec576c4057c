import type { Metadata } from "next";
import { DeliveryTools } from "@/components/admin/deliveries/delivery-tools";
import { DirectoryDeliveryList } from "@/components/admin/deliveries/directory-delivery-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Deliveries" };

export default async function DeliveriesPage() {
  await requireAdmin();
  return (
    <PageBody full>
      <PageHeader
        title="Deliveries"
        purpose="What was sent to webhook subscriptions of API clients: the newest 100, latest first."
        actions={<DeliveryTools />}
      />
      <DirectoryDeliveryList />
    </PageBody>
  );
}
