import { asc, eq, inArray } from "drizzle-orm";
import { providerCategories, providerCategoryAssignments } from "@/db/schema/directory-providers";
import type { Ctx, InTx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

const IN_ORDER = [asc(providerCategories.sortOrder), asc(providerCategories.name)];
/** As many as a refusal names. */
const NAMED_MAX = 40;

/** The slugs of a provider's categories, in the order in which partners read them. */
export async function readCategories(ctx: Ctx, providerId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ slug: providerCategories.slug })
    .from(providerCategoryAssignments)
    .innerJoin(providerCategories, eq(providerCategories.id, providerCategoryAssignments.categoryId))
    .where(eq(providerCategoryAssignments.providerId, providerId))
    .orderBy(...IN_ORDER);
  return rows.map(({ slug }) => slug);
}

/** The slugs of categories named by slug or name, each once and in order. Fails with `record_not_found` for any other. */
export async function settleCategories(ctx: Ctx, given: readonly string[]): Promise<string[]> {
  const all = await ctx.db
    .select({ slug: providerCategories.slug, name: providerCategories.name })
    .from(providerCategories)
    .orderBy(...IN_ORDER);
  const wanted = given.map((word) => word.toLowerCase());
  const isMeant = (word: string) => (one: (typeof all)[number]) => one.slug === word || one.name.toLowerCase() === word;
  const unknown = given.find((_, n) => !all.some(isMeant(wanted[n]!)));
  if (unknown !== undefined) {
    const known = all.slice(0, NAMED_MAX).map(({ slug }) => slug);
    fail("record_not_found", { message: `No such category: ${unknown}. There are: ${known.join(", ")}.` });
  }
  return all.filter((one) => wanted.some((word) => isMeant(word)(one))).map(({ slug }) => slug);
}

/** Puts a provider into these categories, by slug, and out of all others. */
export async function writeCategories(ctx: InTx<Ctx>, providerId: string, slugs: readonly string[]): Promise<void> {
  await ctx.db.delete(providerCategoryAssignments).where(eq(providerCategoryAssignments.providerId, providerId));
  if (slugs.length === 0) return;
  const rows = await ctx.db
    .select({ categoryId: providerCategories.id })
    .from(providerCategories)
    .where(inArray(providerCategories.slug, [...slugs]));
  await ctx.db
    .insert(providerCategoryAssignments)
    .values(rows.map(({ categoryId }) => ({ providerId, categoryId, createdAt: ctx.now })));
}
