import type { Metadata } from "next";
import { Keys } from "@/components/portal/keys/keys";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "API keys" };

export default async function KeysPage() {
  await requireSession();
  return (
    <PageBody full>
      <Keys baseUrl={env().publicBaseUrl} />
    </PageBody>
  );
}
