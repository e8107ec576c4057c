"use client";

import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode, useEffect } from "react";
import { PartnerBanner } from "@/components/portal/shell/partner-banner";
import { productionLock } from "@/components/portal/shell/partner-state";
import { PORTAL_COMMANDS, portalNav } from "@/components/portal/shell/portal-nav";
import { resolveId } from "@/components/portal/shell/resolve-id";
import { AppShell } from "@/components/ui/app-shell";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import { leavePortal } from "@/lib/client/sign-in";
import * as giving from "@/lib/contract/giving";

const ROLES = { OWNER: "Owner", ADMIN: "Administrator", DEVELOPER: "Developer", VIEWER: "Viewer" } as const;

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
      user={{ ...user, role: me.data && ROLES[me.data.user.role] }}
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
