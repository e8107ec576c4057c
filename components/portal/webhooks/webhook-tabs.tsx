import { NavTabs } from "@/components/ui/nav-tabs";

const ITEMS = [
  { href: "/webhooks", label: "Endpoints" },
  { href: "/webhooks/events", label: "Event catalogue" },
];

/** The two sides of webhooks: who is told, and what can be told. */
export function WebhookTabs() {
  return <NavTabs label="Webhooks" items={ITEMS} />;
}
