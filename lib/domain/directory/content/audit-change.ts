import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";

type Change = {
  /** Noun and past participle. */
  action: string;
  targetType: string;
  targetId: string;
  before?: Record<string, unknown>;
  after: Record<string, unknown>;
  reason: string;
};

/** The audit record of a change to the directory, which belongs to no partner. */
export function auditChange(ctx: InTx<Ctx>, change: Change): Promise<void> {
  return recordAudit(ctx, { ...change, partnerId: null, environment: null });
}
