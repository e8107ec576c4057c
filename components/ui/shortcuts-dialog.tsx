"use client";

import { Dialog } from "./dialog";
import { Kbd } from "./kbd";

export type Shortcut = { keys: readonly string[]; label: string };
export type ShortcutGroup = { label: string; shortcuts: readonly Shortcut[] };

export type ShortcutsDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly ShortcutGroup[];
};

export function ShortcutsDialog({ open, onOpenChange, groups }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <div className="flex flex-col gap-6">
        {groups.map((group) => (
          <section key={group.label}>
            <h3 className="text-dense font-medium text-content-muted">{group.label}</h3>
            <dl className="divide-y divide-default">
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.label} className="flex min-h-10 items-center justify-between gap-4">
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
