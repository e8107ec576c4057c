import { eq, inArray } from "drizzle-orm";
import { communities } from "@/db/schema/directory-community";
import { articles } from "@/db/schema/directory-newsroom";
import { providers } from "@/db/schema/directory-providers";
import type { Ctx, InTx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

type Given = Record<string, unknown>;

/** Fails with `provider_not_found` where a record is to be of a provider that is none. */
export async function requireProviderNamed(ctx: InTx<Ctx>, { providerId }: Given): Promise<void> {
  if (typeof providerId !== "string") return;
  const [found] = await ctx.db
    .select({ id: providers.id })
    .from(providers)
    .where(eq(providers.id, providerId))
    .for("key share");
  if (!found) fail("provider_not_found");
}

export async function requireCommunityNamed(ctx: InTx<Ctx>, { communityId }: Given): Promise<void> {
  if (typeof communityId !== "string") return;
  const [found] = await ctx.db.select({ id: communities.id }).from(communities).where(eq(communities.id, communityId));
  if (!found) fail("record_not_found", { message: "No such community." });
}

/** An edition may link articles that are not published yet, and none that never were. */
export async function requireArticlesNamed(ctx: InTx<Ctx>, { articleIds }: Given): Promise<void> {
  const ids = Array.isArray(articleIds) ? [...new Set<string>(articleIds)] : [];
  if (ids.length === 0) return;
  const found = await ctx.db.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids));
  const unknown = ids.find((id) => !found.some((one) => one.id === id));
  if (unknown !== undefined) fail("record_not_found", { message: `No such article: ${unknown}.` });
}
