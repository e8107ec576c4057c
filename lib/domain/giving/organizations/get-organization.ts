import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/donations";
import type { Ctx } from "@/lib/domain/context";
import type { Organization } from "@/lib/domain/giving/organizations/schemas";
import { fail } from "@/lib/errors";

export type OrganizationRow = typeof organizations.$inferSelect;

export function presentOrganization(row: OrganizationRow): Organization {
  const { id, slug, name, logo, ein, status, website, description } = row;
  return { id, slug, name, logo, ein, status, website, description };
}

/** The nonprofit of this slug, whatever its state. Nonprofits belong to no partner and are the same for all. */
export async function findOrganization({ db }: Pick<Ctx, "db">, slug: string): Promise<OrganizationRow | null> {
  const [row] = await db.select().from(organizations).where(eq(organizations.slug, slug));
  return row ?? null;
}

/** A nonprofit by its slug. Fails with `organization_not_found`. */
export async function getOrganization(ctx: Ctx, input: { slug: string }): Promise<Organization> {
  const row = await findOrganization(ctx, input.slug);
  if (!row) fail("organization_not_found");
  return presentOrganization(row);
}
