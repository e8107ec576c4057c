import { sql } from "drizzle-orm";
import { send } from "@/db/statement";
import type { AuditFault } from "@/lib/domain/audit/audit-fault";
import type { Checkpoint } from "@/lib/domain/audit/audit-hash";
import { type CheckpointFindings, verifyCheckpoints } from "@/lib/domain/audit/verify-checkpoints";
import { type LinkFindings, verifyLinks } from "@/lib/domain/audit/verify-links";
import type { Ctx, Db } from "@/lib/domain/context";
import { MINUTE_MS } from "@/lib/domain/shared/duration";

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

/** A record is linked within this, or something is wrong: a job a minute, and the longest transaction of ours. */
export const SEALED_WITHIN_MS = 10 * MINUTE_MS;

const UNLINKED = `
  select distinct on (chain) chain, id, position::float8 as position, count(*) over () ::float8 as total,
    count(*) filter (where is_old) over () ::float8 as old, is_old
  from (
    select coalesce(r.partner_id, 'platform') as chain, r.id, r.position,
      r.at < to_timestamp($1::float8 / 1000) as is_old
    from audit_records as r where not exists (select from audit_links as l where l.record_id = r.id)
  ) as unlinked
  order by chain, is_old desc, position`;

type Unlinked = { chain: string; id: string; total: number; old: number; is_old: boolean };

/**
 * Records in no link though others were linked long after their time. What was written after the last checkpoint may
 * still wait, unless there is none at all.
 */
async function findUnlinked(db: Db, { last }: CheckpointFindings, now: Date) {
  const lastAt = last ? new Date(last.at) : now;
  const rows = await send<Unlinked>(db, UNLINKED, [lastAt.getTime() - SEALED_WITHIN_MS]);
  const faults = rows
    .filter(({ is_old }) => is_old)
    .map(({ chain, id }): AuditFault => {
      return { chain, sequence: null, recordId: id, problem: "the record is in no link of the chain" };
    });
  return { faults, waiting: (rows[0]?.total ?? 0) - (rows[0]?.old ?? 0) };
}

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
      const checkpoints = await verifyCheckpoints(db);
      const links = await verifyLinks(db, SEALED_WITHIN_MS);
      const unlinked = await findUnlinked(db, checkpoints, ctx.now);
      const [records] = await send<{ total: number }>(db, "select count(*)::float8 as total from audit_records", []);
      return {
        faults: firstOfEach([
          ...links.faults,
          ...findCutTails(checkpoints, links),
          ...checkpoints.faults,
          ...unlinked.faults,
        ]),
        figures: {
          records: records!.total,
          links: links.count,
          chains: links.ends.size,
          checkpoints: checkpoints.count,
          waiting: unlinked.waiting,
          late: links.late,
          lastCheckpoint: checkpoints.last,
        },
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
