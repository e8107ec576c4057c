"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ADMIN_NAV, resolveAdminId } from "@/components/admin/shell/admin-nav";
import { ADMIN_ROLE_WORDS } from "@/components/admin/shell/admin-roles";
import { AppShell } from "@/components/ui/app-shell";
import { query } from "@/lib/client/query";
import { leavePortal } from "@/lib/client/sign-in";
import * as signInApi from "@/lib/contract/admin/sign-in";

type AdminShellProps = { user: { name: string; email: string }; children: ReactNode };

/** The frame of the administrators' pages. There is no environment in it: a partner has both. */
export function AdminShell({ user, children }: AdminShellProps) {
  const me = useQuery(query(signInApi.me, {}));
  return (
    <AppShell
      nav={ADMIN_NAV}
      homeHref="/admin"
      rootLabel="Platform"
      user={{ ...user, role: me.data && ADMIN_ROLE_WORDS[me.data.admin.role] }}
      onSignOut={() => void leavePortal()}
      resolveId={resolveAdminId}
    >
      {children}
    </AppShell>
  );
}
