import {
  Activity,
  ArrowLeftRight,
  BookOpen,
  ChartColumn,
  Coins,
  FlaskConical,
  Gauge,
  HandHeart,
  KeyRound,
  Megaphone,
  Plus,
  Rocket,
  ScrollText,
  Terminal,
  UserPlus,
  Users,
  UsersRound,
  Webhook,
} from "lucide-react";
import type { CommandGroup } from "@/components/ui/command-menu";
import type { NavGroup } from "@/components/ui/sidebar";
import type { Environment } from "@/lib/domain/shared/schemas";

const PORTAL_NAV: readonly NavGroup[] = [
  {
    label: "Start",
    items: [
      { href: "/home", label: "Home", icon: <Gauge aria-hidden="true" /> },
      { href: "/dashboard", label: "Dashboard", icon: <ChartColumn aria-hidden="true" /> },
      { href: "/first-call", label: "First call", icon: <Terminal aria-hidden="true" /> },
      { href: "/go-live", label: "Go-live", icon: <Rocket aria-hidden="true" /> },
    ],
  },
  {
    label: "Build",
    items: [
      { href: "/keys", label: "API keys", icon: <KeyRound aria-hidden="true" /> },
      { href: "/webhooks", label: "Webhooks", icon: <Webhook aria-hidden="true" /> },
      { href: "/audit", label: "Audit", icon: <ScrollText aria-hidden="true" /> },
      { href: "/sandbox-tools", label: "Sandbox tools", icon: <FlaskConical aria-hidden="true" /> },
      { href: "/partner-api", label: "API reference", icon: <BookOpen aria-hidden="true" />, prefetch: false },
    ],
  },
  {
    label: "Rewards",
    items: [
      { href: "/actions", label: "Actions", icon: <Activity aria-hidden="true" /> },
      { href: "/transactions", label: "Transactions", icon: <ArrowLeftRight aria-hidden="true" /> },
      { href: "/donations", label: "Donations", icon: <HandHeart aria-hidden="true" /> },
      { href: "/users", label: "Users", icon: <Users aria-hidden="true" /> },
      { href: "/campaigns", label: "Campaigns", icon: <Megaphone aria-hidden="true" /> },
      { href: "/token-pool", label: "Token pool", icon: <Coins aria-hidden="true" /> },
    ],
  },
  {
    label: "Organisation",
    items: [{ href: "/team", label: "Team", icon: <UsersRound aria-hidden="true" /> }],
  },
];

/** What is for one environment only is left out of the other one's navigation. */
export function portalNav(environment: Environment): readonly NavGroup[] {
  if (environment === "sandbox") return PORTAL_NAV;
  return PORTAL_NAV.map((group) => ({ ...group, items: group.items.filter(({ href }) => href !== "/sandbox-tools") }));
}

export const PORTAL_COMMANDS: readonly CommandGroup[] = [
  {
    label: "Commands",
    items: [
      { id: "create-key", label: "Create key", icon: <Plus aria-hidden="true" />, href: "/keys?create=true" },
      { id: "create-user", label: "Create user", icon: <UserPlus aria-hidden="true" />, href: "/users?create=true" },
      { id: "create-campaign", label: "Create campaign", icon: <Plus aria-hidden="true" />, href: "/campaigns/new" },
      {
        id: "try-action",
        label: "Try an action",
        icon: <FlaskConical aria-hidden="true" />,
        href: "/actions?try=true",
        keywords: ["validate", "preview"],
      },
      {
        id: "request-tokens",
        label: "Request tokens",
        icon: <Coins aria-hidden="true" />,
        href: "/token-pool?request=true",
        keywords: ["pool", "refill"],
      },
      {
        id: "request-production",
        label: "Request production",
        icon: <Rocket aria-hidden="true" />,
        keywords: ["go live", "approval", "review"],
        href: "/go-live/request",
      },
      {
        id: "set-fault",
        label: "Set sandbox fault",
        icon: <FlaskConical aria-hidden="true" />,
        keywords: ["429", "500", "402", "503", "retry", "rate limit", "timeout", "error"],
        href: "/sandbox-tools",
      },
      {
        id: "reset-sandbox",
        label: "Reset sandbox",
        icon: <FlaskConical aria-hidden="true" />,
        href: "/sandbox-tools?reset=true",
      },
    ],
  },
];
