"use client";

import { Menu, Search } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { Breadcrumb, type Crumb, useTrail } from "./breadcrumb";
import { Button } from "./button";
import { cn } from "./class-names";
import { type EnvironmentName, EnvironmentSwitch } from "./environment-switch";
import { Kbd } from "./kbd";
import { isCurrent, type NavGroup } from "./sidebar";

export type TopBarProps = {
  nav: readonly NavGroup[];
  homeHref: string;
  rootLabel: string;
  user: AccountMenuProps["user"];
  accountEntries?: AccountMenuProps["entries"];
  onSignOut: () => void;
  /** Beside the account, such as notifications. */
  aside?: ReactNode;
  environment?: EnvironmentName;
  onEnvironmentChange?: (environment: EnvironmentName) => void;
  productionLocked?: string;
  onOpenNav: () => void;
  onOpenCommands: () => void;
};

export function TopBar({ environment, onEnvironmentChange, productionLocked, ...props }: TopBarProps) {
  return (
    <header
      className={cn(
        "sticky z-20 flex h-topbar shrink-0 items-center gap-2 border-b border-default bg-canvas px-4 md:gap-3 md:px-6",
        environment === "sandbox" ? "top-stripe" : "top-0",
      )}
    >
      <Button
        variant="ghost"
        size="iconSmall"
        aria-label="Open navigation"
        className="-ml-2 md:hidden"
        onClick={props.onOpenNav}
      >
        <Menu aria-hidden="true" />
      </Button>
      <div className="min-w-0 flex-1">
        <Breadcrumb crumbs={useCrumbs(props)} />
      </div>
      {environment && onEnvironmentChange && (
        <EnvironmentSwitch
          environment={environment}
          onEnvironmentChange={onEnvironmentChange}
          productionLocked={productionLocked}
        />
      )}
      <Button
        size="small"
        icon={<Search aria-hidden="true" />}
        hint={<Kbd keys={["mod", "K"]} className="max-md:hidden" />}
        onClick={props.onOpenCommands}
        className="text-content-muted max-md:w-10 max-md:border-transparent max-md:px-0"
      >
        <span className="max-md:sr-only">
          Search<span className="sr-only"> and commands</span>
        </span>
      </Button>
      {props.aside}
      <AccountMenu user={props.user} entries={props.accountEntries} onSignOut={props.onSignOut} />
    </header>
  );
}

function useCrumbs({ nav, homeHref, rootLabel }: Pick<TopBarProps, "nav" | "homeHref" | "rootLabel">): Crumb[] {
  const pathname = usePathname();
  const trail = useTrail();
  const item = nav.flatMap((group) => group.items).find((candidate) => isCurrent(candidate, pathname));
  const root = { label: rootLabel, href: homeHref };
  return item ? [root, { label: item.label, href: item.href }, ...trail] : [root, ...trail];
}
