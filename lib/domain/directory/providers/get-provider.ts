import type { Ctx } from "@/lib/domain/context";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import { readProviders } from "@/lib/domain/directory/providers/read-providers";
import type { ProviderDetail, ProviderParams } from "@/lib/domain/directory/providers/schemas";
import { fail } from "@/lib/errors";

/** One visible provider, by id or slug. */
export async function getProvider(ctx: Ctx, { id }: ProviderParams): Promise<ProviderDetail> {
  const { lookup } = await findVisibleProvider(ctx, id);
  const [data] = await readProviders(ctx.db, [lookup.matchedId]);
  // It may have gone out of sight since.
  return { data: data ?? fail("provider_not_found"), meta: { lookup } };
}
