import type { AdminCtx } from "@/lib/domain/context";
import { decimalsOf } from "@/lib/domain/giving/actions/amounts";
import { administerPartner } from "@/lib/domain/giving/partner-administration/administer-partner";
import type { PatchPartner } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { fail } from "@/lib/errors";

function requireCurrencies(currencies: readonly string[]): void {
  const details = currencies.flatMap((currency, n) =>
    decimalsOf(currency) === null ? [{ field: `currencies[${n}]`, issue: "is not a currency of ISO 4217" }] : [],
  );
  if (details.length > 0) fail("currency_not_supported", { details });
}

/** Changes what describes a partner. Fails with `currency_not_supported` for what is no currency. */
export function updatePartner(ctx: AdminCtx, input: { id: string } & PatchPartner): Promise<PartnerRecord> {
  const { id, reason, ...changes } = input;
  requireCurrencies(changes.currencies ?? []);
  return administerPartner(ctx, { partnerId: id, reason, action: "partner.updated", decide: () => changes });
}
