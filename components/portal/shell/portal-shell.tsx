"use client";

import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { Fragment, type ReactNode, useEffect } from "react";
import { NotificationBell } from "@/components/portal/notifications/notification-bell";
import { PartnerBanner } from "@/components/portal/shell/partner-banner";
import { productionLock } from "@/components/portal/shell/partner-state";
import { PORTAL_COMMANDS, portalNav } from "@/components/portal/shell/portal-nav";
import { resolveId } from "@/components/portal/shell/resolve-id";
import { PARTNER_ROLE_WORDS } from "@/components/portal/team/team-words";
import { AppShell } from "@/components/ui/app-shell";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import { leavePortal } from "@/lib/client/sign-in";
import * as giving from "@/lib/contract/giving";

const ACCOUNT_ENTRIES = [{ label: "Team", icon: <UsersRound aria-hidden="true" />, href: "/team" }];

type PortalShellProps = { user: { name: string; email: string }; children: ReactNode };

/** The frame of the partner's pages, with what it needs to know of the partner. */
export function PortalShell({ user, children }: PortalShellProps) {
  const { environment, setEnvironment } = useEnvironment();
  const me = useQuery(query(giving.me, {}));
  const partner = me.data?.partner;
  const lock = me.data ? productionLock(partner) : "Loading what this partner may enter.";
  const mustLeave = environment === "production" && me.data !== undefined && lock !== undefined;

  useEffect(() => {
    if (mustLeave) setEnvironment("sandbox");
  }, [mustLeave, setEnvironment]);

  return (
    <AppShell
      nav={portalNav(environment)}
      homeHref="/home"
      rootLabel={partner?.name ?? "Your organisation"}
      user={{ ...user, role: me.data && PARTNER_ROLE_WORDS[me.data.user.role].word }}
      accountEntries={ACCOUNT_ENTRIES}
      aside={<NotificationBell />}
      onSignOut={() => void leavePortal()}
      environment={environment}
      onEnvironmentChange={setEnvironment}
      productionLocked={lock}
      commands={PORTAL_COMMANDS}
      resolveId={resolveId}
    >
      <PartnerBanner partner={partner} />
      {/* The other environment is another world: pages begin anew in it. */}
      <Fragment key={environment}>{children}</Fragment>
    </AppShell>
  );
}
