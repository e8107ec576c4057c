import { z } from "zod";
import { hashedFactsHash, isSigned, linkHash, NOTHING_BEFORE } from "@/lib/domain/audit/audit-hash";
import { OwnAuditList, OwnAuditRecord } from "@/lib/domain/audit/schemas";
import { sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

/** A partner's export of its audit: what was asked for, the records as listed, and how far the chain was signed. */
const AuditFile = z.object({
  manifest: z.object({ filters: z.record(z.string(), z.unknown()), rowCount: z.int(), sha256: z.string() }),
  checkpoint: OwnAuditList.shape.checkpoint,
  rows: z.array(OwnAuditRecord),
});
type AuditFile = z.output<typeof AuditFile>;
type Sealed = OwnAuditRecord & { seal: NonNullable<OwnAuditRecord["seal"]> };

export type FileFault = { recordId: string | null; problem: string };
export type FileFindings = {
  faults: FileFault[];
  figures: { rows: number; linked: number; first: number | null; last: number | null; checkpoint: number | null };
};

/** The rows as their hash in the manifest was taken: as `JSON.stringify` prints them, one after the other. */
const isAsExported = (text: string, { manifest, rows }: AuditFile) =>
  manifest.rowCount === rows.length && sha256Hex(JSON.stringify(JSON.parse(text).rows)) === manifest.sha256;

function problemOf({ seal, ...facts }: Sealed, chain: string): string | null {
  if (facts.partnerId !== chain) return "the record is of another chain";
  if (hashedFactsHash(factsOnly(facts)) !== seal.recordHash) return "the record is not as it was written";
  return linkHash({ chain, ...seal }) === seal.hash ? null : "its link is not the one that was written";
}

function factsOnly({ actorName: _, actorId: __, ip: ___, ...facts }: Omit<Sealed, "seal">) {
  return facts;
}

/** Whether a record follows from the one before it in the file; a filter may have left some out between them. */
function breakBetween(before: Sealed | undefined, record: Sealed, isWhole: boolean): string | null {
  const { sequence, previousHash } = record.seal;
  const place = before?.seal.sequence ?? 0;
  if (sequence === place + 1) {
    return previousHash === (before?.seal.hash ?? NOTHING_BEFORE)
      ? null
      : "its link does not follow from the one before";
  }
  return isWhole ? `record ${place + 1} of the chain is missing` : null;
}

function checkpointFaults({ checkpoint }: AuditFile, records: Sealed[], isWhole: boolean): FileFault[] {
  if (!checkpoint) return [];
  const tell = (problem: string) => [{ recordId: null, problem }];
  const { follows, ...signed } = checkpoint;
  if (!isSigned(env().keyRing, signed, follows))
    return tell("the checkpoint does not bear this installation's signature");
  const head = records.find(({ seal }) => seal.sequence === checkpoint.sequence);
  if (head && head.seal.hash !== checkpoint.headHash) return tell("the chain is not the one that was signed");
  return isWhole && !head ? tell(`the checkpoint knows of ${checkpoint.sequence} records: the tail was cut off`) : [];
}

/** Checks a partner's export by itself, without the database: contents, hashes, order and the signed checkpoint. */
export function verifyAuditFile(text: string): FileFindings {
  const file = AuditFile.parse(JSON.parse(text));
  const isWhole = Object.keys(file.manifest.filters).length === 0;
  const records = file.rows
    .filter((row): row is Sealed => row.seal !== null)
    .toSorted((a, b) => a.seal.sequence - b.seal.sequence);
  const chain = file.checkpoint?.chain ?? records[0]?.partnerId ?? "";
  const faults: FileFault[] = [];
  if (!isAsExported(text, file)) faults.push({ recordId: null, problem: "the rows are not those of the manifest" });
  for (const [index, record] of records.entries()) {
    const problem = problemOf(record, chain) ?? breakBetween(records[index - 1], record, isWhole);
    if (problem) faults.push({ recordId: record.id, problem });
    if (problem) break;
  }
  faults.push(...checkpointFaults(file, records, isWhole));
  const sequences = records.map(({ seal }) => seal.sequence);
  const figures = { rows: file.rows.length, linked: records.length, first: sequences[0] ?? null };
  return {
    faults,
    figures: { ...figures, last: sequences.at(-1) ?? null, checkpoint: file.checkpoint?.sequence ?? null },
  };
}
