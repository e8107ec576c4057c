/** The pages of one partner, in the order in which a reviewer needs them. */
export function partnerTabs(id: string): { href: string; label: string }[] {
  const base = `/admin/partners/${id}`;
  return [
    { href: base, label: "Overview" },
    { href: `${base}/keys`, label: "Keys" },
    { href: `${base}/pools`, label: "Pools" },
    { href: `${base}/webhooks`, label: "Webhooks" },
    { href: `${base}/users`, label: "Users" },
    { href: `${base}/usage`, label: "Usage" },
    { href: `${base}/go-live`, label: "Go-live" },
    { href: `${base}/timeline`, label: "Timeline" },
  ];
}
