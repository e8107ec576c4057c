import { z } from "zod";
import { intakeFields } from "@/lib/domain/giving/intake/schemas";

export const REQUEST_STATUSES = ["OPEN", "APPROVED", "REJECTED"] as const;

/** The fields of the intake (contract 1.4), as production needs them. */
export const ProductionRequest = z.strictObject({ ...intakeFields, ipAllowlist: intakeFields.ipAllowlist.optional() });
export type ProductionRequest = z.output<typeof ProductionRequest>;

export const ProductionRequested = z.object({ productionAccess: z.literal("REQUESTED") });
export type ProductionRequested = z.output<typeof ProductionRequested>;
