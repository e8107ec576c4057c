import { auditCheckpoints, auditLinks } from "@/db/schema/audit-chain";
import { insertion, send } from "@/db/statement";
import { FACTS_COLUMNS, type FactsRow, factsOf } from "@/lib/domain/audit/audit-facts";
import {
  type AuditFacts,
  chainOf,
  type Link,
  linkHash,
  NOTHING_BEFORE,
  recordHash,
  signCheckpoint,
} from "@/lib/domain/audit/audit-hash";
import { readMark, type SealingMark, saveMark } from "@/lib/domain/audit/sealing-mark";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { takeTurn } from "@/lib/domain/shared/take-turn";
import { env } from "@/lib/platform/env";

/** A record is sealed once every transaction that began writing before its own has ended: none can then come before it. */
const waitingFrom = (alsoAhead: boolean) => `
  select r.xid::text as xid, ${FACTS_COLUMNS} from audit_records as r
  where (r.xid, r.position) > ($1::text::xid8, $2::bigint)
    and (r.xid < pg_snapshot_xmin(pg_current_snapshot())
      ${alsoAhead ? "or r.xid >= pg_snapshot_xmax(pg_current_snapshot())" : ""})
    and not exists (select from audit_links as l where l.record_id = r.id)
  order by r.xid, r.position limit $3`;

type Waiting = FactsRow & { xid: string };

function readWaiting(ctx: InTx<Ctx>, { xid, position, resumeAt }: SealingMark, limit: number): Promise<Waiting[]> {
  return send<Waiting>(ctx.db, waitingFrom(resumeAt !== null), [xid, position, limit]);
}

type Head = { sequence: number; hash: string };

const HEADS = `
  select chain, head.sequence::float8 as sequence, head.hash from unnest($1::text[]) as chain
  cross join lateral (
    select sequence, hash from audit_links as l where l.chain = chain.chain order by sequence desc limit 1
  ) as head`;

async function readHeads(ctx: InTx<Ctx>, chains: string[]): Promise<Map<string, Head>> {
  const rows = await send<Head & { chain: string }>(ctx.db, HEADS, [chains]);
  return new Map(rows.map(({ chain, ...head }) => [chain, head]));
}

/** Links records to the ends of their chains, which `heads` holds and follows. */
function linkUp(heads: Map<string, Head>, records: AuditFacts[], now: Date): Link[] {
  const sealedAt = now.toISOString();
  return records.map((facts) => {
    const chain = chainOf(facts);
    const head = heads.get(chain) ?? { sequence: 0, hash: NOTHING_BEFORE };
    const place = {
      chain,
      sequence: head.sequence + 1,
      sealedAt,
      previousHash: head.hash,
      recordHash: recordHash(facts),
    };
    const hash = linkHash(place);
    heads.set(chain, { sequence: place.sequence, hash });
    return { ...place, recordId: facts.id, hash };
  });
}

const insertLinks = insertion(auditLinks, [
  "chain",
  "sequence",
  "recordId",
  "sealedAt",
  "recordHash",
  "previousHash",
  "hash",
]);

const insertCheckpoints = insertion(auditCheckpoints, ["number", "chain", "sequence", "headHash", "at", "signature"]);

const LAST_CHECKPOINT = `select number::float8 as number, signature from audit_checkpoints order by number desc limit 1`;

/** Signs how far these chains have come. */
async function checkpoint(ctx: InTx<Ctx>, heads: Map<string, Head>): Promise<void> {
  const [last] = await send<{ number: number; signature: string }>(ctx.db, LAST_CHECKPOINT, []);
  let { number, signature } = last ?? { number: 0, signature: NOTHING_BEFORE };
  const rows = [...heads].map(([chain, { sequence, hash }]) => {
    number += 1;
    const unsigned = { number, chain, sequence, headHash: hash, at: ctx.now.toISOString() };
    signature = signCheckpoint(env().keyRing, unsigned, signature);
    return { ...unsigned, at: ctx.now, signature };
  });
  await insertCheckpoints(ctx.db, rows);
}

/** Where to go on after a round; one that was not full has seen everything there was when it began. */
function markAfter(mark: SealingMark, taken: Waiting[], isFull: boolean, xmin: string): SealingMark {
  const last = taken.at(-1);
  if (isFull && last) return { ...mark, xid: last.xid, position: last.position };
  return { ...mark, xid: mark.resumeAt ?? xmin, position: 0, resumeAt: null };
}

/**
 * Links up to `limit` records that are in no chain yet to the ends of their chains, and signs how far each of these has
 * come. Whoever writes a record never waits for it. One process does so at a time. Returns how many were linked.
 */
export async function sealAudit(ctx: Ctx, { limit }: { limit: number }): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await takeTurn(ctx, "seal-audit"))) return 0;
    const { xmin, ...mark } = await readMark(ctx);
    const waiting = await readWaiting(ctx, mark, limit);
    if (waiting.length > 0) {
      const records = waiting.map(factsOf);
      const heads = await readHeads(ctx, [...new Set(records.map(chainOf))]);
      const links = linkUp(heads, records, ctx.now);
      await insertLinks(
        ctx.db,
        links.map((link) => ({ ...link, sealedAt: ctx.now })),
      );
      await checkpoint(ctx, heads);
    }
    await saveMark(ctx, markAfter(mark, waiting, waiting.length === limit, xmin));
    return waiting.length;
  });
}
