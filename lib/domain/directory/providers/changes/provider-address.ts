import { and, eq } from "drizzle-orm";
import { providerLocations } from "@/db/schema/directory-providers";
import type { Ctx, InTx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

/** Where a provider is listed, by the names of the columns. */
export const ADDRESS_FIELDS = ["addressLine1", "addressLine2", "city", "state", "postalCode"] as const;
type Address = Partial<Pick<typeof providerLocations.$inferInsert, (typeof ADDRESS_FIELDS)[number]>>;

const addressOf = (providerId: string) =>
  and(eq(providerLocations.providerId, providerId), eq(providerLocations.position, 0));

export async function readAddress(ctx: Ctx, providerId: string): Promise<Address> {
  const { addressLine1, addressLine2, city, state, postalCode } = providerLocations;
  const [address] = await ctx.db
    .select({ addressLine1, addressLine2, city, state, postalCode })
    .from(providerLocations)
    .where(addressOf(providerId));
  return address ?? {};
}

/** Changes the provider's address, or enters it; where it lies on the map is not known of a changed one. */
export async function writeAddress(ctx: InTx<Ctx>, providerId: string, given: Address): Promise<void> {
  if (Object.keys(given).length === 0) return;
  const changed = await ctx.db
    .update(providerLocations)
    .set({ ...given, latitude: null, longitude: null, updatedAt: ctx.now })
    .where(addressOf(providerId))
    .returning({ id: providerLocations.id });
  if (changed.length > 0) return;
  const { city, state, ...rest } = given;
  if (!city || !state) fail("validation_failed", { message: "city and state are needed of a first address" });
  const at = { createdAt: ctx.now, updatedAt: ctx.now };
  await ctx.db
    .insert(providerLocations)
    .values({ ...rest, id: newUuidId("provider-location"), providerId, city, state, ...at });
}
