import type { auditRecords } from "@/db/schema/records";
import type { AuditRecord } from "@/lib/domain/audit/schemas";

type Row = { record: typeof auditRecords.$inferSelect; actorName: string | null };

export function presentAuditRecord({ record, actorName }: Row): AuditRecord {
  const { position: _, at, ...rest } = record;
  return { ...rest, at: at.toISOString(), actorName };
}
