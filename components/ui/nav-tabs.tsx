"use client";

import { usePathname } from "next/navigation";
import { cn } from "./class-names";
import { MenuLink } from "./menu-link";
import { tabStyle } from "./tabs";

export type NavTabsProps = { label: string; items: readonly { href: string; label: string }[] };

/** Tabs that are pages of their own. */
export function NavTabs({ label, items }: NavTabsProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="flex gap-4 overflow-x-auto border-b border-default">
      {items.map((item) => (
        <MenuLink
          key={item.href}
          href={item.href}
          aria-current={item.href === pathname ? "page" : undefined}
          className={cn(
            tabStyle,
            "aria-[current=page]:border-content aria-[current=page]:font-medium aria-[current=page]:text-content",
          )}
        >
          {item.label}
        </MenuLink>
      ))}
    </nav>
  );
}
