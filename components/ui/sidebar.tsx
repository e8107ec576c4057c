"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Logo } from "./logo";
import { MenuLink } from "./menu-link";

export type NavItem = {
  href: string;
  label: string;
  /** An element, so that a server component can pass it. */
  icon: ReactNode;
  /** How many wait there. */
  count?: number;
  /** Current on this address only, not on those below it. */
  exact?: boolean;
  /** Where its further pages lie, if not below `href`. */
  below?: string;
  /** A heavy page in a frame of its own, fetched when it is opened only. */
  prefetch?: false;
};

export type NavGroup = { label: string; items: readonly NavItem[] };

export type SidebarProps = {
  nav: readonly NavGroup[];
  homeHref: string;
  /** Below the groups. */
  footer?: ReactNode;
  onFollow?: () => void;
};

export function Sidebar({ nav, homeHref, footer, onFollow }: SidebarProps) {
  const pathname = usePathname();
  return (
    <div className="flex h-full flex-col">
      <Link href={homeHref} onClick={onFollow} className="mx-2 mt-2 flex h-10 w-fit items-center rounded-control px-2">
        <Logo />
      </Link>
      <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-2">
        {nav.map((group) => (
          <div key={group.label}>
            <h2 className="px-2 py-1 text-meta font-medium text-content-subtle">{group.label}</h2>
            <ul className="flex flex-col gap-px">
              {group.items.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} isCurrent={isCurrent(item, pathname)} onFollow={onFollow} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {footer && <div className="border-t border-default p-2">{footer}</div>}
    </div>
  );
}

export function isCurrent(item: NavItem, pathname: string): boolean {
  return pathname === item.href || (!item.exact && pathname.startsWith(`${item.below ?? item.href}/`));
}

function NavLink({ item, isCurrent, onFollow }: { item: NavItem; isCurrent: boolean; onFollow?: () => void }) {
  return (
    <MenuLink
      href={item.href}
      prefetch={item.prefetch}
      onClick={onFollow}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "flex h-11 items-center gap-2 rounded-control px-2 text-body transition-colors md:h-8",
        "[&_svg]:size-4 [&_svg]:shrink-0",
        isCurrent ? "bg-selected font-medium text-content" : "text-content-muted hover:bg-muted hover:text-content",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.count !== undefined && item.count > 0 && (
        <span className="text-meta tabular-nums">{item.count.toLocaleString("en")}</span>
      )}
    </MenuLink>
  );
}
