import { z } from "zod";
import { IsoTime, IsoTimeInput, listOf, PageQuery } from "@/lib/domain/shared/schemas";

export const AUDIT_ACTOR_TYPES = ["ADMIN", "PARTNER_USER", "API_KEY", "SYSTEM"] as const;

/** `from` counts, `to` does not; the other filters match in full. */
export const ListAuditRecordsQuery = PageQuery.extend({
  actor: z.string().min(1).max(64).optional(),
  action: z.string().min(1).max(64).optional(),
  target: z.string().min(1).max(64).optional(),
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
});
export type ListAuditRecordsQuery = z.output<typeof ListAuditRecordsQuery>;

const Fields = z.record(z.string(), z.unknown()).nullable();

/** `actorName` is an e-mail address or the name of a key, as it is now; null when there is none. */
export const AuditRecord = z
  .object({
    id: z.string(),
    at: IsoTime,
    actorType: z.enum(AUDIT_ACTOR_TYPES),
    actorId: z.string(),
    actorName: z.string().nullable(),
    action: z.string(),
    targetType: z.string(),
    targetId: z.string(),
    partnerId: z.string().nullable(),
    environment: z.string().nullable(),
    before: Fields,
    after: Fields,
    reason: z.string().nullable(),
    ip: z.string().nullable(),
    requestId: z.string(),
  })
  .meta({ id: "AuditRecord" });
export type AuditRecord = z.output<typeof AuditRecord>;

export const AuditRecordList = listOf(AuditRecord);
export type AuditRecordList = z.output<typeof AuditRecordList>;
