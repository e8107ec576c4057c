import type { AdminCtx } from "@/lib/domain/context";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import type { RedeemTokens } from "@/lib/domain/giving/pool-administration/schemas";
import { redeemTokens } from "@/lib/domain/giving/redemptions/redeem-tokens";
import type { Redemption } from "@/lib/domain/giving/redemptions/schemas";

/** Redeems tokens of a partner's user on the platform's side; the rules of the user's lots are enforced. */
export async function redeemForPartner(
  ctx: AdminCtx,
  input: { id: string; externalId: string } & RedeemTokens,
): Promise<Redemption> {
  const { id: partnerId, ...redemption } = input;
  await requirePartner(ctx, partnerId, "write");
  return redeemTokens(ctx, { partnerId, ...redemption });
}
