import { z } from "zod";
import { Environment, IsoTime, IsoTimeInput, listOf, ObjectId, PageQuery } from "@/lib/domain/shared/schemas";

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

/** The same over everybody's records. */
export const ListAllAuditQuery = ListAuditRecordsQuery.extend({ partnerId: ObjectId.optional() });
export type ListAllAuditQuery = z.output<typeof ListAllAuditQuery>;

const Fields = z.record(z.string(), z.unknown()).nullable();

const Hash = z.string().meta({ example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" });

/**
 * `actorName` is an e-mail address or the name of a key, as it is now; null when there is none. `sealed` is the record's
 * place in its chain, null for the minute until it has one.
 */
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
    partnerName: z.string().nullable(),
    environment: z.string().nullable(),
    before: Fields,
    after: Fields,
    reason: z.string().nullable(),
    ip: z.string().nullable(),
    requestId: z.string(),
    sealed: z.object({ sequence: z.int(), hash: Hash }).nullable(),
  })
  .meta({ id: "AuditRecord" });
export type AuditRecord = z.output<typeof AuditRecord>;

export const AuditRecordList = listOf(AuditRecord);
export type AuditRecordList = z.output<typeof AuditRecordList>;

/** Who acts for a partner: a person of its own by id, a key by id, a job by name, or `platform` for administrators. */
export const ListOwnAuditQuery = ListAuditRecordsQuery;
export type ListOwnAuditQuery = z.output<typeof ListOwnAuditQuery>;

const Seal = z.object({ sequence: z.int(), sealedAt: IsoTime, recordHash: Hash, previousHash: Hash, hash: Hash });

/**
 * A record as the partner reads it. Administrators are `Platform`: neither id nor address of theirs is shown, only the
 * hash `who` that stands for both in the record's own hash.
 */
export const OwnAuditRecord = z
  .object({
    id: z.string(),
    position: z.int().meta({ example: 4711 }),
    at: IsoTime,
    actorType: z.enum(AUDIT_ACTOR_TYPES),
    actorId: z.string().nullable(),
    actorName: z.string().nullable().meta({ example: "Platform" }),
    who: Hash,
    action: z.string().meta({ example: "partner.status_changed" }),
    targetType: z.string(),
    targetId: z.string(),
    partnerId: z.string(),
    environment: Environment.nullable(),
    before: Fields,
    after: Fields,
    reason: z.string().nullable(),
    ip: z.string().nullable(),
    requestId: z.string(),
    seal: Seal.nullable(),
  })
  .meta({ id: "OwnAuditRecord" });
export type OwnAuditRecord = z.output<typeof OwnAuditRecord>;

/** How far the partner's chain had come, signed by the platform; `follows` is the signature before it, which it covers. */
const OwnCheckpoint = z.object({
  number: z.int(),
  chain: z.string(),
  sequence: z.int(),
  headHash: Hash,
  at: IsoTime,
  signature: z.string(),
  follows: z.string(),
});

export const OwnAuditList = listOf(OwnAuditRecord).extend({ checkpoint: OwnCheckpoint.nullable() });
export type OwnAuditList = z.output<typeof OwnAuditList>;
