import { sendEach } from "@/db/statement";
import { FACTS_COLUMNS, type FactsRow, factsOf } from "@/lib/domain/audit/audit-facts";
import type { AuditFault } from "@/lib/domain/audit/audit-fault";
import { chainOf, recordHash } from "@/lib/domain/audit/audit-hash";
import type { Db } from "@/lib/domain/context";
import { MINUTE_MS } from "@/lib/domain/shared/duration";

/** A record is linked within this, or something is wrong: a job a minute, and the longest transaction of ours. */
const SEALED_WITHIN_MS = 10 * MINUTE_MS;

/** Every record and every link, in no order; one of them may be missing. */
const RECORDS = `
  select l.chain, l.sequence::float8 as sequence, l.record_hash, case when r.id is null then l.record_id end as gone,
    l.sealed_at > r.at + $1 * interval '1 millisecond' as is_late, ${FACTS_COLUMNS}
  from audit_records as r full join audit_links as l on l.record_id = r.id`;

type LinkedRow = { chain: string; sequence: number; record_hash: string };
type UnlinkedRow = { chain: null };
type Row =
  | (FactsRow & { gone: null; is_late: boolean } & (LinkedRow | UnlinkedRow))
  | ({ id: null; gone: string } & LinkedRow);

/** What is wrong with the record of a link. */
export type RecordFault = { sequence: number; recordId: string; problem: string };

export type RecordFindings = {
  records: number;
  /** Links, once for each record that stands at one, or for none. */
  links: number;
  /** Linked longer after their own time than sealing takes. */
  late: number;
  /** Not linked, and young enough for it. */
  waiting: number;
  /** The first of each chain. */
  byChain: Map<string, RecordFault>;
  /** In no link though others were linked long after their time; the first of each chain. */
  unlinked: AuditFault[];
};

/**
 * Recomputes the hash of every record, in the order in which they come fastest. `lastAt` is when the last checkpoint was
 * signed: what was written after it may still wait.
 */
export async function verifyRecords(db: Db, lastAt: Date): Promise<RecordFindings> {
  const found = { records: 0, links: 0, late: 0, waiting: 0 };
  const byChain = new Map<string, RecordFault>();
  const unlinked = new Map<string, { position: number; recordId: string }>();
  const tell = ({ chain, sequence }: LinkedRow, recordId: string, problem: string) => {
    const first = byChain.get(chain);
    if (!first || sequence < first.sequence) byChain.set(chain, { sequence, recordId, problem });
  };
  const leaveOut = (row: FactsRow) => {
    if (row.at >= lastAt.getTime() - SEALED_WITHIN_MS) {
      found.waiting += 1;
      return;
    }
    const chain = chainOf({ partnerId: row.partner_id });
    const first = unlinked.get(chain);
    if (!first || row.position < first.position) unlinked.set(chain, { position: row.position, recordId: row.id });
  };
  await sendEach<Row>(db, RECORDS, [SEALED_WITHIN_MS], (row) => {
    if (row.id !== null) found.records += 1;
    if (row.chain === null) return leaveOut(row);
    found.links += 1;
    if (row.id === null) return tell(row, row.gone, "the record is gone");
    if (row.is_late) found.late += 1;
    if (recordHash(factsOf(row)) !== row.record_hash) tell(row, row.id, "the record is not as it was written");
  });
  return { ...found, byChain, unlinked: faultsOf(unlinked) };
}

function faultsOf(unlinked: Map<string, { recordId: string }>): AuditFault[] {
  return [...unlinked].map(([chain, { recordId }]) => {
    return { chain, sequence: null, recordId, problem: "the record is in no link of the chain" };
  });
}
