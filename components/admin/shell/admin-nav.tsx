import {
  Activity,
  AppWindow,
  BadgeCheck,
  Building2,
  ChartColumn,
  Coins,
  Eye,
  Inbox,
  LibraryBig,
  Mail,
  ScrollText,
  Send,
  UsersRound,
  Webhook,
} from "lucide-react";
import type { Landing } from "@/components/ui/command-menu";
import type { NavGroup } from "@/components/ui/sidebar";

export const ADMIN_NAV: readonly NavGroup[] = [
  {
    label: "Review",
    items: [
      { href: "/admin/queue", below: "/admin/inquiries", label: "Queue", icon: <Inbox aria-hidden="true" /> },
      { href: "/admin/approvals", label: "Approvals", icon: <Eye aria-hidden="true" /> },
      { href: "/admin/pool-requests", label: "Pool requests", icon: <Coins aria-hidden="true" /> },
    ],
  },
  {
    label: "Partners",
    items: [
      { href: "/admin", below: "/admin/partners", label: "Partners", icon: <Building2 aria-hidden="true" /> },
      { href: "/admin/usage", label: "Usage", icon: <ChartColumn aria-hidden="true" /> },
    ],
  },
  {
    label: "Open API",
    items: [
      { href: "/admin/api-clients", label: "API clients", icon: <AppWindow aria-hidden="true" /> },
      { href: "/admin/api-usage", label: "API usage", icon: <Activity aria-hidden="true" /> },
      { href: "/admin/claims", label: "Claims", icon: <BadgeCheck aria-hidden="true" /> },
      { href: "/admin/subscriptions", label: "Subscriptions", icon: <Webhook aria-hidden="true" /> },
      { href: "/admin/deliveries", label: "Deliveries", icon: <Send aria-hidden="true" /> },
      { href: "/admin/content", label: "Content", icon: <LibraryBig aria-hidden="true" /> },
    ],
  },
  {
    label: "Platform",
    items: [
      { href: "/admin/audit", label: "Audit", icon: <ScrollText aria-hidden="true" /> },
      { href: "/admin/mails", label: "Mails", icon: <Mail aria-hidden="true" /> },
      { href: "/admin/team", label: "Team", icon: <UsersRound aria-hidden="true" /> },
    ],
  },
];

const OBJECT_ID = /^[0-9a-f]{24}$/;
const API_CLIENT_ID = /^api-client-[a-f0-9-]{36}$/;
const INQUIRY_ID = /^inq_[0-9a-f]{24}$/;

/** Where a pasted id lands. Nowhere for text that is no id. */
export function resolveAdminId(text: string): Landing[] {
  const id = text.trim();
  if (INQUIRY_ID.test(id)) return [{ label: `Open inquiry ${id}`, href: `/admin/inquiries/${id}` }];
  if (API_CLIENT_ID.test(id)) return [{ label: `Open API client ${id}`, href: `/admin/api-clients/${id}` }];
  return OBJECT_ID.test(id) ? [{ label: `Open partner ${id}`, href: `/admin/partners/${id}` }] : [];
}
