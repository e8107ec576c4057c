import type { Landing } from "@/components/ui/command-menu";

const PLACES: [form: RegExp, landing: (id: string) => Landing][] = [
  [/^[0-9a-f]{24}$/, (id) => ({ label: `Open action ${id}`, href: `/actions/${id}` })],
  [/^[0-9a-f]{24}$/, (id) => ({ label: `Open transaction ${id}`, href: `/transactions?transaction=${id}` })],
  [/^[0-9a-f]{24}$/, (id) => ({ label: `Open campaign ${id}`, href: `/campaigns/${id}` })],
  [/^don_[0-9a-f]{24}$/, (id) => ({ label: `Open donation ${id}`, href: `/donations?donation=${id}` })],
  [/^key_[0-9a-f]{24}$/, (id) => ({ label: `Open key ${id}`, href: `/keys?key=${id}` })],
  [/^evt_[0-9a-f]{24}$/, (id) => ({ label: `Find event ${id} among webhook deliveries`, href: "/webhooks" })],
  [/^whd_[0-9a-f]{24}$/, (id) => ({ label: `Find delivery ${id} among webhooks`, href: "/webhooks" })],
  [/^tpr_[0-9a-f]{24}$/, (id) => ({ label: `Find request ${id} among token requests`, href: "/token-pool" })],
];

/** Where a pasted id may land: some ids do not say what they are of. None for text that is no id of this portal. */
export function resolveId(text: string): Landing[] {
  const id = text.trim();
  return PLACES.filter(([form]) => form.test(id)).map(([, landing]) => landing(id));
}
