import type { auditLinks } from "@/db/schema/audit-chain";
import type { auditRecords } from "@/db/schema/records";
import { whoHash } from "@/lib/domain/audit/audit-hash";
import type { AuditRecord, OwnAuditRecord } from "@/lib/domain/audit/schemas";

type Record = typeof auditRecords.$inferSelect;
type Link = typeof auditLinks.$inferSelect;
type Row = { record: Record; actorName: string | null; partnerName: string | null; link: Link | null };

export function presentAuditRecord({ record, actorName, partnerName, link }: Row): AuditRecord {
  const { position: _, xid: __, at, ...rest } = record;
  const sealed = link && { sequence: link.sequence, hash: link.hash };
  return { ...rest, at: at.toISOString(), actorName, partnerName, sealed };
}

function presentSeal({ sequence, sealedAt, recordHash, previousHash, hash }: Link): OwnAuditRecord["seal"] {
  return { sequence, sealedAt: sealedAt.toISOString(), recordHash, previousHash, hash };
}

/** A record as its partner reads it: of administrators and of strangers it does not say who they were. */
export function presentOwnAuditRecord({ record, actorName, link }: Omit<Row, "partnerName">): OwnAuditRecord {
  const { xid: _, at, actorId, ip, partnerId, ...rest } = record;
  const isOwn = record.actorType === "PARTNER_USER" || record.actorType === "API_KEY";
  const isAdmin = record.actorType === "ADMIN";
  return {
    ...rest,
    at: at.toISOString(),
    actorId: isAdmin ? null : actorId,
    actorName: isAdmin ? "Platform" : actorName,
    ip: isOwn ? ip : null,
    who: whoHash(record),
    // The list asks for the records of one partner.
    partnerId: partnerId!,
    seal: link && presentSeal(link),
  };
}
