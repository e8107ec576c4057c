"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./class-names";

type MenuAction = {
  label: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
  tone?: "danger";
  disabled?: boolean;
  /** A tick box: the menu stays open while choosing. */
  checked?: boolean;
} & ({ href: string; onSelect?: undefined } | { href?: undefined; onSelect: () => void });

export type MenuEntry = MenuAction | { heading: ReactNode } | "separator";

export type DropdownMenuProps = {
  /** One button. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: "start" | "end";
};

export const menuStyle =
  "z-50 max-h-96 min-w-48 max-w-80 animate-fade-in overflow-y-auto rounded-card bg-floating p-1 shadow-floating";
export const menuItemStyle = [
  "flex min-h-10 w-full cursor-pointer items-center gap-2 rounded-control px-2 py-1 text-body outline-none select-none md:min-h-8",
  "data-highlighted:bg-muted data-disabled:cursor-not-allowed data-disabled:opacity-60",
  "[&_svg]:size-4 [&_svg]:shrink-0",
].join(" ");

export function DropdownMenu({ trigger, entries, align = "end" }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={4} collisionPadding={8} className={menuStyle}>
          {entries.map((entry, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a menu is a fixed list; its entries have no other identity.
            <Entry key={position} entry={entry} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === "separator") return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
  if ("heading" in entry) {
    return <Radix.Label className="px-2 py-1 text-meta font-medium text-content-muted">{entry.heading}</Radix.Label>;
  }
  const className = cn(menuItemStyle, entry.tone === "danger" && "text-danger");
  if (entry.checked !== undefined) {
    return (
      <Radix.CheckboxItem
        checked={entry.checked}
        disabled={entry.disabled}
        onCheckedChange={entry.onSelect}
        onSelect={(event) => event.preventDefault()}
        className={className}
      >
        <span className="flex size-4 items-center justify-center">
          <Radix.ItemIndicator>
            <Check aria-hidden="true" />
          </Radix.ItemIndicator>
        </span>
        <EntryText entry={entry} />
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Item asChild={Boolean(entry.href)} disabled={entry.disabled} onSelect={entry.onSelect} className={className}>
      {entry.href ? (
        <Link href={entry.href}>
          {entry.icon}
          <EntryText entry={entry} />
        </Link>
      ) : (
        <>
          {entry.icon}
          <EntryText entry={entry} />
        </>
      )}
    </Radix.Item>
  );
}

function EntryText({ entry }: { entry: MenuAction }) {
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      {entry.hint && <span className="text-dense text-content-muted">{entry.hint}</span>}
    </>
  );
}
