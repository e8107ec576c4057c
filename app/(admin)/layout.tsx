import type { ReactNode } from "react";
import { AdminShell } from "@/components/admin/shell/admin-shell";
import { requireAdmin } from "@/lib/auth/guards";
import { ServerState } from "@/lib/client/providers";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { name, email } = await requireAdmin();
  return (
    <ServerState>
      <AdminShell user={{ name, email }}>{children}</AdminShell>
    </ServerState>
  );
}
