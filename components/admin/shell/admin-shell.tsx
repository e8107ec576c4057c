"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ADMIN_NAV, resolveAdminId } from "@/components/admin/shell/admin-nav";
import { ADMIN_ROLE_WORDS } from "@/components/admin/shell/admin-roles";
import { AppShell } from "@/components/ui/app-shell";
import { Notice } from "@/components/ui/notice";
import { query } from "@/lib/client/query";
import { leavePortal } from "@/lib/client/sign-in";
import * as signInApi from "@/lib/contract/admin/sign-in";

const ACCOUNT_ENTRIES = [{ label: "Account", icon: <ShieldCheck aria-hidden="true" />, href: "/admin/account" }];

type AdminShellProps = { user: { name: string; email: string }; children: ReactNode };

/** The frame of the administrators' pages. There is no environment in it: a partner has both. */
export function AdminShell({ user, children }: AdminShellProps) {
  const me = useQuery(query(signInApi.me, {}));
  const factor = me.data?.secondFactor;
  return (
    <AppShell
      nav={ADMIN_NAV}
      homeHref="/admin"
      rootLabel="Platform"
      user={{ ...user, role: me.data && ADMIN_ROLE_WORDS[me.data.admin.role] }}
      accountEntries={ACCOUNT_ENTRIES}
      onSignOut={() => void leavePortal()}
      resolveId={resolveAdminId}
    >
      {factor?.required && !factor.active && <EnrolFirst />}
      {children}
    </AppShell>
  );
}

function EnrolFirst() {
  return (
    <div className="px-4 pt-6 md:px-6">
      <Notice tone="warning" title="A second factor is required here">
        Nothing but your account is open before you have one.{" "}
        <Link href="/admin/account" className="link">
          Enrol it on the account page
        </Link>
        .
      </Notice>
    </div>
  );
}
