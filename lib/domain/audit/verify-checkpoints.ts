import { send } from "@/db/statement";
import { instantOfMs } from "@/lib/domain/audit/audit-facts";
import type { AuditFault } from "@/lib/domain/audit/audit-fault";
import { type Checkpoint, isSigned, NOTHING_BEFORE } from "@/lib/domain/audit/audit-hash";
import type { Db } from "@/lib/domain/context";
import { env } from "@/lib/platform/env";

const PAGE = 10_000;
const CHECKPOINTS = `
  select number::float8 as number, chain, sequence::float8 as sequence, head_hash as "headHash",
    (extract(epoch from at) * 1000)::float8 as ms, signature
  from audit_checkpoints where number > $1 order by number limit $2`;

type Row = Omit<Checkpoint, "at"> & { ms: number };

/** What the checkpoints say: how many there are, the latest of all and of each chain, and the first fault of a chain. */
export type CheckpointFindings = {
  count: number;
  last: Checkpoint | null;
  byChain: Map<string, Checkpoint>;
  faults: AuditFault[];
};

/** Walks all checkpoints in the order of their numbers; none may be missing, and each must be signed. */
export async function verifyCheckpoints(db: Db): Promise<CheckpointFindings> {
  const found: CheckpointFindings = { count: 0, last: null, byChain: new Map(), faults: [] };
  const faulty = new Set<string>();
  const tell = (chain: string, fault: Omit<AuditFault, "chain">) => {
    if (!faulty.has(chain)) found.faults.push({ chain, ...fault });
    faulty.add(chain);
  };
  let rows: Row[];
  do {
    rows = await send<Row>(db, CHECKPOINTS, [found.last?.number ?? 0, PAGE]);
    for (const { ms, ...row } of rows) {
      const checkpoint = { ...row, at: instantOfMs(ms) };
      const { number, chain, sequence } = checkpoint;
      const before = found.last;
      if (number !== (before?.number ?? 0) + 1) {
        const problem = `checkpoint ${(before?.number ?? 0) + 1} is missing`;
        tell("checkpoints", { sequence: null, recordId: null, problem });
      } else if (!isSigned(env().keyRing, checkpoint, before?.signature ?? NOTHING_BEFORE)) {
        tell(chain, { sequence, recordId: null, problem: `checkpoint ${number} does not bear our signature` });
      }
      found.count += 1;
      found.last = checkpoint;
      found.byChain.set(chain, checkpoint);
    }
  } while (rows.length === PAGE);
  return found;
}
