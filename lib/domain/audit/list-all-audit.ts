import { listAuditRecords } from "@/lib/domain/audit/list-audit-records";
import type { AuditRecordList, ListAllAuditQuery } from "@/lib/domain/audit/schemas";
import type { AdminCtx } from "@/lib/domain/context";

/** What was done to anything on the platform, latest first. */
export function listAllAudit(ctx: AdminCtx, input: ListAllAuditQuery): Promise<AuditRecordList> {
  return listAuditRecords(ctx, input);
}
