import { z } from "zod";
import { StakeholderTypeCode } from "@/lib/domain/giving/actions/schemas";

export const StakeholderType = z
  .object({ code: StakeholderTypeCode, name: z.string(), description: z.string(), isSystem: z.boolean() })
  .meta({ id: "StakeholderType" });
export type StakeholderType = z.output<typeof StakeholderType>;

export const StakeholderTypeList = z.object({ data: z.array(StakeholderType) });
export type StakeholderTypeList = z.output<typeof StakeholderTypeList>;
