"use client";

import { ListFilter } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

export type FilterPopoverProps = {
  label: string;
  /** The fields; `close` puts the panel away once a filter is set. */
  children: (close: () => void) => ReactNode;
};

/** A filter whose value is written, not chosen from a list. */
export function FilterPopover({ label, children }: FilterPopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" icon={<ListFilter aria-hidden="true" />}>
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={`Filter by ${label.toLowerCase()}`}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 w-80 max-w-full animate-fade-in rounded-card bg-floating p-4 shadow-floating outline-none"
        >
          {children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
