import type { Admin } from "@/lib/domain/admins/schemas";

export function presentAdmin({ id, email, role }: Admin): Admin {
  return { id, email, role };
}
