import type { Metadata } from "next";
import { FirstCall } from "@/components/portal/first-call/first-call";
import { renderSnippets } from "@/components/portal/first-call/rendered-snippets";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "First call" };

export default async function FirstCallPage() {
  await requireSession();
  const baseUrl = env().publicBaseUrl;
  return (
    <PageBody>
      <PageHeader
        title="First call"
        purpose="Sign one request on your own machine. This page notices when it arrives."
      />
      <FirstCall baseUrl={baseUrl} rendered={await renderSnippets(baseUrl)} />
    </PageBody>
  );
}
