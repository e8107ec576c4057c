import { send } from "@/db/statement";
import { FACTS_COLUMNS, type FactsRow, factsOf, instantOfMs } from "@/lib/domain/audit/audit-facts";
import type { AuditFault } from "@/lib/domain/audit/audit-fault";
import { linkHash, NOTHING_BEFORE, recordHash } from "@/lib/domain/audit/audit-hash";
import type { Db } from "@/lib/domain/context";

// Large, for the database may read all of the records to join a page of them.
const PAGE = 50_000;

/** Links in their order, each with its record, and with what a checkpoint says of it. */
const LINKS = `
  select l.chain, l.sequence::float8 as sequence, l.record_id, l.record_hash, l.previous_hash, l.hash,
    (extract(epoch from l.sealed_at) * 1000)::float8 as sealed_at, c.head_hash, ${FACTS_COLUMNS}
  from audit_links as l
  left join audit_records as r on r.id = l.record_id
  left join audit_checkpoints as c on c.chain = l.chain and c.sequence = l.sequence
  where (l.chain, l.sequence) > ($1::text, $2::bigint) order by l.chain, l.sequence limit $3`;

type LinkRow = {
  chain: string;
  sequence: number;
  record_id: string;
  record_hash: string;
  previous_hash: string;
  hash: string;
  sealed_at: number;
  head_hash: string | null;
} & (FactsRow | { id: null; at: null });

/** Where a chain has been followed to. */
type Progress = { chain: string; sequence: number; hash: string; broken: boolean };

function problemOf(row: LinkRow, { sequence, hash }: Progress): string | null {
  if (row.sequence !== sequence + 1) return `link ${sequence + 1} is missing`;
  if (row.id === null) return "the record is gone";
  if (recordHash(factsOf(row)) !== row.record_hash) return "the record is not as it was written";
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
  /** Linked longer after their own time than sealing takes. */
  late: number;
  /** The last link of each chain. */
  ends: Map<string, number>;
  faults: AuditFault[];
};

/** Follows every chain from its first link, and names the first record at which it breaks. */
export async function verifyLinks(db: Db, lateMs: number): Promise<LinkFindings> {
  const found: LinkFindings = { count: 0, late: 0, ends: new Map(), faults: [] };
  let at: Progress = { chain: "", sequence: 0, hash: NOTHING_BEFORE, broken: false };
  const follow = (row: LinkRow) => {
    if (row.chain !== at.chain) at = { chain: row.chain, sequence: 0, hash: NOTHING_BEFORE, broken: false };
    if (row.at !== null && row.sealed_at - row.at > lateMs) found.late += 1;
    const problem = at.broken ? null : problemOf(row, at);
    if (problem) found.faults.push({ chain: row.chain, sequence: row.sequence, recordId: row.record_id, problem });
    at = { chain: row.chain, sequence: row.sequence, hash: row.hash, broken: at.broken || problem !== null };
    found.ends.set(row.chain, row.sequence);
  };
  const pageAfter = (chain: string, sequence: number) => send<LinkRow>(db, LINKS, [chain, sequence, PAGE]);
  let next = pageAfter("", 0);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    found.count += rows.length;
    // The database reads on while these are hashed.
    if (last && rows.length === PAGE) next = pageAfter(last.chain, last.sequence);
    rows.forEach(follow);
    if (rows.length < PAGE) return found;
  }
}
