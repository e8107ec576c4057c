"use client";

import { type ReactNode, useState } from "react";
import { BreadcrumbProvider } from "./breadcrumb";
import { cn } from "./class-names";
import { CommandMenu, type CommandMenuProps } from "./command-menu";
import { type EnvironmentName, EnvironmentStripe } from "./environment-switch";
import { Sheet } from "./sheet";
import { type ShortcutGroup, ShortcutsDialog } from "./shortcuts-dialog";
import { type NavGroup, Sidebar } from "./sidebar";
import { TopBar, type TopBarProps } from "./top-bar";
import { useShortcut } from "./use-shortcut";

export type AppShellProps = {
  nav: readonly NavGroup[];
  homeHref: string;
  /** First crumb: the organisation, or "Platform". */
  rootLabel: string;
  user: TopBarProps["user"];
  accountEntries?: TopBarProps["accountEntries"];
  onSignOut: () => void;
  aside?: TopBarProps["aside"];
  /** Absent where there is no environment, as in administration. */
  environment?: EnvironmentName;
  onEnvironmentChange?: (environment: EnvironmentName) => void;
  productionLocked?: string;
  commands?: CommandMenuProps["groups"];
  resolveId?: CommandMenuProps["resolveId"];
  /** Shown by "?" below the frame's own. */
  shortcuts?: readonly ShortcutGroup[];
  sidebarFooter?: ReactNode;
  children: ReactNode;
};

const FRAME_SHORTCUTS: ShortcutGroup = {
  label: "Everywhere",
  shortcuts: [
    { keys: ["mod", "K"], label: "Search and commands" },
    { keys: ["/"], label: "Focus search" },
    { keys: ["?"], label: "Show shortcuts" },
  ],
};

/** The frame of every signed-in page. Pages put a PageBody inside. */
export function AppShell({ nav, homeHref, environment, children, commands = [], ...rest }: AppShellProps) {
  const [open, setOpen] = useState<"nav" | "commands" | "shortcuts" | undefined>();
  const toggle = (what: typeof open) => (isOpen: boolean) => setOpen(isOpen ? what : undefined);

  useShortcut("k", () => setOpen("commands"), { mod: true });
  useShortcut("?", () => setOpen("shortcuts"));
  useShortcut("/", () => focusSearch() || setOpen("commands"));

  return (
    <BreadcrumbProvider>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-12 rounded-control bg-inverse px-3 py-2 text-content-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      {environment && <EnvironmentStripe environment={environment} />}
      <div className={environment === "sandbox" ? "pt-stripe" : undefined}>
        <aside
          className={cn(
            "fixed bottom-0 left-0 hidden w-sidebar border-r border-default bg-subtle md:block",
            environment === "sandbox" ? "top-stripe" : "top-0",
          )}
        >
          <Sidebar nav={nav} homeHref={homeHref} footer={rest.sidebarFooter} />
        </aside>
        <div className="flex min-h-dvh min-w-0 flex-col md:pl-sidebar">
          <TopBar
            {...rest}
            nav={nav}
            homeHref={homeHref}
            environment={environment}
            onOpenNav={() => setOpen("nav")}
            onOpenCommands={() => setOpen("commands")}
          />
          <main
            id="content"
            tabIndex={-1}
            className="min-w-0 flex-1 outline-none has-[[data-primary-action]]:max-md:pb-actionbar"
          >
            {children}
          </main>
        </div>
      </div>
      <Sheet open={open === "nav"} onOpenChange={toggle("nav")} title="Navigation" side="left" hideTitle>
        <Sidebar nav={nav} homeHref={homeHref} footer={rest.sidebarFooter} onFollow={() => setOpen(undefined)} />
      </Sheet>
      <CommandMenu
        open={open === "commands"}
        onOpenChange={toggle("commands")}
        groups={[...commands, ...asCommands(nav)]}
        resolveId={rest.resolveId}
      />
      <ShortcutsDialog
        open={open === "shortcuts"}
        onOpenChange={toggle("shortcuts")}
        groups={[FRAME_SHORTCUTS, ...(rest.shortcuts ?? [])]}
      />
    </BreadcrumbProvider>
  );
}

function asCommands(nav: readonly NavGroup[]): CommandMenuProps["groups"] {
  return nav.map((group) => ({
    label: group.label,
    items: group.items.map((item) => ({ id: item.href, label: item.label, icon: item.icon, href: item.href })),
  }));
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("main input[data-search]");
  search?.focus();
  return search !== null;
}
