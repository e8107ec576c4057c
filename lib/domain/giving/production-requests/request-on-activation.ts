import { eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import type { Ctx, InTx } from "@/lib/domain/context";
import { findIntakeUrl } from "@/lib/domain/giving/intake/find-intake-url";
import { isFirstActivation } from "@/lib/domain/giving/partner-records/is-first-activation";
import { writeRequest } from "@/lib/domain/giving/production-requests/request-production";
import { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";
import { presentStakeholderType } from "@/lib/domain/giving/stakeholder-types/list-stakeholder-types";
import type { StatusMove } from "@/lib/domain/partners/change-partner-status";
import { moveProductionAccess } from "@/lib/domain/partners/change-production-access";
import { readPartnerAfresh } from "@/lib/domain/partners/load-partner";

/** The request as the partner's record answers it; null while a field of the intake is missing (contract 1.4). */
async function requestFromRecord(ctx: InTx<Ctx>, partnerId: string): Promise<ProductionRequest | null> {
  const [[row], { webhookUrls }, intakeUrl] = await Promise.all([
    ctx.db.select().from(partners).where(eq(partners.id, partnerId)),
    readPartnerAfresh(ctx.db, partnerId),
    findIntakeUrl(ctx, partnerId),
  ]);
  const { name, legalEntity, contactEmail, useCaseSummary, integrationModel, stakeholderTypes } = row!;
  const { expectedMonthlyActionVolume, actionTypes, ipAllowlist } = row!;
  const stakeholderModel = stakeholderTypes
    .map(presentStakeholderType)
    .map(({ code, description }) => ({ stakeholderTypeCode: code, description }));
  const request = ProductionRequest.safeParse({
    ...{ partnerName: name, legalEntity, contactEmail, useCaseSummary, integrationModel },
    ...{ expectedMonthlyActionVolume, actionTypes, stakeholderModel, ipAllowlist },
    webhookUrl: webhookUrls.production ?? webhookUrls.sandbox ?? intakeUrl,
  });
  return request.data ?? null;
}

/** A reviewed partner asks for production by being activated, if its record says all that a request must (contract 1.6). */
export async function requestOnActivation(ctx: InTx<Ctx>, move: StatusMove): Promise<void> {
  if (!(await isFirstActivation(ctx, move))) return;
  const { partnerId } = move;
  const { productionAccess } = await readPartnerAfresh(ctx.db, partnerId);
  const fields = productionAccess === "NONE" && (await requestFromRecord(ctx, partnerId));
  if (!fields) return;
  await moveProductionAccess(ctx, { partnerId, to: "REQUESTED", reason: "Activated with all fields of the intake" });
  await writeRequest(ctx, partnerId, fields);
}
