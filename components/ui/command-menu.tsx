"use client";

import { Command, defaultFilter } from "cmdk";
import { CornerDownLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { cn } from "./class-names";
import { dialogStyle, menuStackStyle, overlayStyle } from "./dialog";
import { Kbd } from "./kbd";

export type CommandItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Further words it is found by. */
  keywords?: string[];
  shortcut?: readonly string[];
} & ({ href: string; run?: undefined } | { href?: undefined; run: () => void });

export type CommandGroup = { label: string; items: readonly CommandItem[] };

export type Landing = { label: string; href: string };

export type CommandMenuProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  /** Where a pasted id may land. None for text that is no id. */
  resolveId?: (text: string) => readonly Landing[];
};

export function CommandMenu({ open, onOpenChange, groups, resolveId }: CommandMenuProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content data-modal className={cn(dialogStyle, menuStackStyle)}>
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <CommandList groups={groups} resolveId={resolveId} onDone={() => onOpenChange(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const LANDING = "landing:";

// A recognised id is the answer whatever its label says; everything else is ranked by its words, not by its id.
function rank(id: string, typed: string, words: string[] = []): number {
  return id.startsWith(LANDING) ? 1 : (defaultFilter(words.join(" "), typed, []) ?? 0);
}

type CommandListProps = Pick<CommandMenuProps, "groups" | "resolveId"> & { onDone: () => void };

function CommandList({ groups, resolveId, onDone }: CommandListProps) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const landings = resolveId?.(typed.trim()) ?? [];
  const follow = (item: Pick<CommandItem, "href" | "run">) => {
    onDone();
    if (item.href !== undefined) router.push(item.href);
    else item.run?.();
  };
  return (
    <Command label="Search and commands" filter={rank} className="flex min-h-0 flex-col" loop>
      <Command.Input
        value={typed}
        onValueChange={setTyped}
        placeholder="Go to a page, run a command, or paste an id"
        className="h-12 w-full shrink-0 border-b border-default bg-transparent px-4 text-lead outline-none placeholder:text-content-subtle"
      />
      <Command.List className="min-h-0 scroll-py-2 overflow-y-auto p-2">
        <Command.Empty className="px-2 py-8 text-center text-body text-content-muted">
          Nothing found. Ids start with req_, key_ or evt_.
        </Command.Empty>
        {landings.map((landing) => (
          <CommandRow
            key={landing.href}
            item={{ id: `${LANDING}${landing.href}`, icon: <CornerDownLeft />, ...landing }}
            onFollow={follow}
          />
        ))}
        {groups.map((group) => (
          <Command.Group
            key={group.label}
            heading={group.label}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-content-muted"
          >
            {group.items.map((item) => (
              <CommandRow key={item.id} item={item} onFollow={follow} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

function CommandRow({ item, onFollow }: { item: CommandItem; onFollow: (item: CommandItem) => void }) {
  return (
    <Command.Item
      value={item.id}
      keywords={[item.label, ...(item.keywords ?? [])]}
      onSelect={() => onFollow(item)}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 text-body data-[selected=true]:bg-muted md:min-h-9 [&_svg]:size-4 [&_svg]:text-content-muted"
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.shortcut && <Kbd keys={item.shortcut} className="text-content-muted" />}
    </Command.Item>
  );
}
