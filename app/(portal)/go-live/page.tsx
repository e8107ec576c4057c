import type { Metadata } from "next";
import { GoLive } from "@/components/portal/go-live/go-live";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Go-live" };

export default async function GoLivePage() {
  await requireSession();
  return (
    <PageBody>
      <GoLive />
    </PageBody>
  );
}
