import type { auditCheckpoints, auditLinks } from "@/db/schema/audit-chain";
import type { auditRecords } from "@/db/schema/records";
import { type KeyRing, sha256Hex, signText, verifyText } from "@/lib/platform/crypto";

/** A record as it is hashed: everything in it, and the time as the text that JSON shows. */
export type AuditFacts = Omit<typeof auditRecords.$inferSelect, "at" | "xid"> & { at: string };

/** A record with who acted as a hash, as a partner may read it. */
export type HashedFacts = Omit<AuditFacts, "actorId" | "ip"> & { who: string };

export type Link = Omit<typeof auditLinks.$inferSelect, "sealedAt"> & { sealedAt: string };
export type Checkpoint = Omit<typeof auditCheckpoints.$inferSelect, "at"> & { at: string };

/** What a chain's first link and the first checkpoint name as the one before. */
export const NOTHING_BEFORE = "0".repeat(64);

const CHECKPOINTS = "audit-checkpoints";

export const chainOf = ({ partnerId }: Pick<AuditFacts, "partnerId">): string => partnerId ?? "platform";

/**
 * JSON as RFC 8785 writes it: fields in the order of their UTF-16 code units, no spaces, numbers as ECMAScript prints
 * them. The text is the same whatever order the database keeps fields in.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(",")}}`;
}

const json = JSON.stringify;

/** Stands for who acted where a reader may not know: two values, of which an id of 96 random bits cannot be guessed. */
export const whoHash = ({ actorId, ip }: Pick<AuditFacts, "actorId" | "ip">) =>
  sha256Hex(`{"actorId":${json(actorId)},"ip":${json(ip)}}`);

/**
 * The canonical JSON of a record, its fields written down in their order: sorting them for each of a million records
 * would take longer than hashing does.
 */
function recordText(facts: Omit<HashedFacts, "who">, who: string): string {
  const { action, actorType, after, at, before, environment, id, partnerId } = facts;
  const { position, reason, requestId, targetId, targetType } = facts;
  return (
    `{"action":${json(action)},"actorType":${json(actorType)},"after":${canonicalJson(after)},"at":${json(at)},` +
    `"before":${canonicalJson(before)},"environment":${json(environment)},"id":${json(id)},` +
    `"partnerId":${json(partnerId)},"position":${json(position)},"reason":${json(reason)},` +
    `"requestId":${json(requestId)},"targetId":${json(targetId)},"targetType":${json(targetType)},` +
    `"who":${json(who)}}`
  );
}

/** The hash of a record of which `who` is known only by its hash. */
export const hashedFactsHash = ({ who, ...facts }: HashedFacts) => sha256Hex(recordText(facts, who));

/** The hash of a record: no field of it can change without changing this. */
export const recordHash = (facts: AuditFacts) => sha256Hex(recordText(facts, whoHash(facts)));

/** The hash of a link: of its record, its place, and of everything before it. */
export function linkHash({ chain, sequence, sealedAt, recordHash, previousHash }: Omit<Link, "hash" | "recordId">) {
  return sha256Hex(`${chain}\n${sequence}\n${sealedAt}\n${recordHash}\n${previousHash}`);
}

function checkpointText({ number, chain, sequence, headHash, at }: Omit<Checkpoint, "signature">, previous: string) {
  return `${number}\n${chain}\n${sequence}\n${headHash}\n${at}\n${previous}`;
}

/** Signs a checkpoint and the signature of the one before it. */
export function signCheckpoint(ring: KeyRing, checkpoint: Omit<Checkpoint, "signature">, previous: string): string {
  return signText(ring, CHECKPOINTS, checkpointText(checkpoint, previous));
}

export function isSigned(ring: KeyRing, checkpoint: Checkpoint, previous: string): boolean {
  return verifyText(ring, CHECKPOINTS, checkpointText(checkpoint, previous), checkpoint.signature);
}
