import type { ReactNode } from "react";
import { PortalShell } from "@/components/portal/shell/portal-shell";
import { chosenEnvironment, requireSession } from "@/lib/auth/guards";
import { PortalProviders } from "@/lib/client/providers";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { name, email } = await requireSession();
  return (
    <PortalProviders initial={await chosenEnvironment()}>
      <PortalShell user={{ name, email }}>{children}</PortalShell>
    </PortalProviders>
  );
}
