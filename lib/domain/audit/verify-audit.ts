import { sql } from "drizzle-orm";
import type { AuditFault } from "@/lib/domain/audit/audit-fault";
import type { Checkpoint } from "@/lib/domain/audit/audit-hash";
import { type CheckpointFindings, verifyCheckpoints } from "@/lib/domain/audit/verify-checkpoints";
import { type LinkFindings, verifyLinks } from "@/lib/domain/audit/verify-links";
import { type RecordFindings, verifyRecords } from "@/lib/domain/audit/verify-records";
import type { Ctx, Db } from "@/lib/domain/context";

export type AuditFigures = {
  records: number;
  links: number;
  chains: number;
  checkpoints: number;
  /** Records that are young enough not to be linked yet. */
  waiting: number;
  /** Records that were linked long after the time they bear. */
  late: number;
  lastCheckpoint: Checkpoint | null;
};

/** Chains that end elsewhere than at their last checkpoint. */
function findCutTails({ byChain }: CheckpointFindings, { ends }: LinkFindings): AuditFault[] {
  const faults: AuditFault[] = [];
  for (const [chain, { number, sequence }] of byChain) {
    const end = ends.get(chain) ?? 0;
    if (end >= sequence) continue;
    const problem = `the chain ends at ${end}, but checkpoint ${number} knows of ${sequence}: its tail was cut off`;
    faults.push({ chain, sequence: end, recordId: null, problem });
  }
  for (const [chain, end] of ends) {
    if ((byChain.get(chain)?.sequence ?? 0) >= end) continue;
    faults.push({ chain, sequence: end, recordId: null, problem: "the chain's last link has no checkpoint" });
  }
  return faults;
}

/** Every link meets one record, unless somebody took the keys off the tables. */
function findDoubles(records: RecordFindings, links: LinkFindings): AuditFault[] {
  if (records.links === links.count) return [];
  return [{ chain: "records", sequence: null, recordId: null, problem: "a record stands there more than once" }];
}

/** One fault for each chain: what breaks it first. */
function firstOfEach(faults: AuditFault[]): AuditFault[] {
  const first = new Map<string, AuditFault>();
  for (const fault of faults) if (!first.has(fault.chain)) first.set(fault.chain, fault);
  return [...first.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
}

/**
 * Recomputes every hash and signature of the audit, as it stands at one moment, and reports where each chain first
 * breaks. Finds records that were edited, deleted, inserted beside the chain or put in another order, chains whose tail
 * was cut off or that were written anew, and checkpoints that were forged or removed, other than the very last ones.
 */
export async function verifyAudit(ctx: Ctx): Promise<{ faults: AuditFault[]; figures: AuditFigures }> {
  return ctx.db.transaction(
    async (tx) => {
      const db = tx as unknown as Db;
      // A long past takes longer than any request may.
      await db.execute(sql`set local statement_timeout = 0`);
      // Sorts a million links where they are; following an index would fetch a page of the table for each.
      await db.execute(sql`set local work_mem = '128MB'`);
      const checkpoints = await verifyCheckpoints(db);
      const records = await verifyRecords(db, checkpoints.last ? new Date(checkpoints.last.at) : ctx.now);
      const links = await verifyLinks(db, records.byChain);
      return {
        faults: firstOfEach([
          ...links.faults,
          ...findCutTails(checkpoints, links),
          ...checkpoints.faults,
          ...records.unlinked,
          ...findDoubles(records, links),
        ]),
        figures: {
          records: records.records,
          links: links.count,
          chains: links.ends.size,
          checkpoints: checkpoints.count,
          waiting: records.waiting,
          late: records.late,
          lastCheckpoint: checkpoints.last,
        },
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
