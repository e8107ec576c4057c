"use client";

import { LogOut } from "lucide-react";
import { DropdownMenu, type MenuEntry } from "./dropdown-menu";
import { useThemeEntries } from "./theme-toggle";

export type ShellUser = { name: string; email: string; role?: string };

export type AccountMenuProps = { user: ShellUser; entries?: readonly MenuEntry[]; onSignOut: () => void };

export function AccountMenu({ user, entries = [], onSignOut }: AccountMenuProps) {
  const themes = useThemeEntries();
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          className="flex size-10 shrink-0 items-center justify-center rounded-full bg-selected text-meta font-semibold md:size-8"
        >
          <span aria-hidden="true">{initials(user.name)}</span>
          <span className="sr-only">Account of {user.name}</span>
        </button>
      }
      entries={[
        { heading: <AccountHeading user={user} /> },
        "separator",
        ...entries,
        ...(entries.length > 0 ? (["separator"] as const) : []),
        { heading: "Theme" },
        ...themes,
        "separator",
        { label: "Sign out", icon: <LogOut aria-hidden="true" />, onSelect: onSignOut },
      ]}
    />
  );
}

function AccountHeading({ user }: { user: ShellUser }) {
  return (
    <>
      <span className="block truncate text-body font-medium text-content">{user.name}</span>
      <span className="block truncate font-normal">{user.email}</span>
      {user.role && <span className="block font-normal">{user.role}</span>}
    </>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return ((words[0]?.[0] ?? "?") + (last?.[0] ?? "")).toUpperCase();
}
