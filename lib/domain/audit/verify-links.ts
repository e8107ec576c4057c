import { sendEach } from "@/db/statement";
import { instantOfMs } from "@/lib/domain/audit/audit-facts";
import type { AuditFault } from "@/lib/domain/audit/audit-fault";
import { linkHash, NOTHING_BEFORE } from "@/lib/domain/audit/audit-hash";
import type { RecordFault } from "@/lib/domain/audit/verify-records";
import type { Db } from "@/lib/domain/context";

/** Links in their order, each with what a checkpoint says of it. */
const LINKS = `
  select l.chain, l.sequence::float8 as sequence, l.record_id, l.record_hash, l.previous_hash, l.hash,
    (extract(epoch from l.sealed_at) * 1000)::float8 as sealed_at, c.head_hash
  from audit_links as l
  left join audit_checkpoints as c on c.chain = l.chain and c.sequence = l.sequence
  order by l.chain, l.sequence`;

type LinkRow = {
  chain: string;
  sequence: number;
  record_id: string;
  record_hash: string;
  previous_hash: string;
  hash: string;
  sealed_at: number;
  head_hash: string | null;
};

/** Where a chain has been followed to, and what is known of its records. */
type Progress = { chain: string; sequence: number; hash: string; broken: boolean; fault: RecordFault | undefined };

function problemOf(row: LinkRow, { sequence, hash, fault }: Progress): string | null {
  if (row.sequence !== sequence + 1) return `link ${sequence + 1} is missing`;
  if (row.sequence === fault?.sequence) return fault.problem;
  const link = {
    chain: row.chain,
    sequence: row.sequence,
    recordHash: row.record_hash,
    previousHash: row.previous_hash,
  };
  if (row.previous_hash !== hash || linkHash({ ...link, sealedAt: instantOfMs(row.sealed_at) }) !== row.hash) {
    return "its link does not follow from the one before";
  }
  if (row.head_hash !== null && row.head_hash !== row.hash) {
    return "the chain up to here is not what its checkpoint says: it was written anew";
  }
  return null;
}

export type LinkFindings = {
  count: number;
  /** The last link of each chain. */
  ends: Map<string, number>;
  faults: AuditFault[];
};

/**
 * Follows every chain from its first link, and names the first record at which it breaks. `records` are those that are
 * known to be wrong, the first of each chain.
 */
export async function verifyLinks(db: Db, records: Map<string, RecordFault>): Promise<LinkFindings> {
  const found: LinkFindings = { count: 0, ends: new Map(), faults: [] };
  const start = (chain: string): Progress => {
    return { chain, sequence: 0, hash: NOTHING_BEFORE, broken: false, fault: records.get(chain) };
  };
  let at = start("");
  await sendEach<LinkRow>(db, LINKS, [], (row) => {
    if (row.chain !== at.chain) at = start(row.chain);
    const { chain, sequence, hash } = row;
    const problem = at.broken ? null : problemOf(row, at);
    if (problem) found.faults.push({ chain, sequence, recordId: row.record_id, problem });
    at = { chain, sequence, hash, broken: at.broken || problem !== null, fault: at.fault };
    found.count += 1;
    found.ends.set(chain, sequence);
  });
  return found;
}
