/** The pages of one API client, in the order in which it is set up and judged. */
export function apiClientTabs(id: string): { href: string; label: string }[] {
  const base = `/admin/api-clients/${id}`;
  return [
    { href: base, label: "Overview" },
    { href: `${base}/keys`, label: "Keys" },
    { href: `${base}/usage`, label: "Usage" },
    { href: `${base}/production`, label: "Production" },
    { href: `${base}/audit`, label: "Audit" },
  ];
}
