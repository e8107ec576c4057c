import type { Metadata } from "next";
import { EventCatalogue } from "@/components/portal/webhooks/event-catalogue";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Event catalogue" };

export default async function EventCataloguePage() {
  await requireSession();
  return (
    <PageBody full>
      <EventCatalogue />
    </PageBody>
  );
}
