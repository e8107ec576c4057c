import type { Metadata } from "next";
import { SandboxTools } from "@/components/portal/sandbox-tools/sandbox-tools";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Sandbox tools" };

export default async function SandboxToolsPage() {
  await requireSession();
  return (
    <PageBody>
      <PageHeader
        title="Sandbox tools"
        purpose="Test how your client takes failures before it meets them, or begin anew."
      />
      <SandboxTools />
    </PageBody>
  );
}
