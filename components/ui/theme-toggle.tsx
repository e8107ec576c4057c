"use client";

import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "./button";
import { DropdownMenu, type MenuEntry } from "./dropdown-menu";

const CHOICES = [
  { value: "system", label: "System", icon: <Monitor aria-hidden="true" /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
];

/** The three themes as menu entries, for a menu that holds more than them. */
export function useThemeEntries(): MenuEntry[] {
  const { theme, setTheme } = useTheme();
  return CHOICES.map(({ value, label, icon }) => ({
    label,
    icon,
    hint: theme === value ? "current" : undefined,
    onSelect: () => setTheme(value),
  }));
}

export function ThemeToggle() {
  const entries = useThemeEntries();
  return (
    <DropdownMenu
      entries={entries}
      trigger={
        <Button variant="ghost" size="icon" aria-label="Change theme">
          <SunMoon aria-hidden="true" />
        </Button>
      }
    />
  );
}
