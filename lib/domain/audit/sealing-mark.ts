import { send } from "@/db/statement";
import type { Ctx, InTx } from "@/lib/domain/context";

/** Records up to this one have been looked at. `resumeAt`: see `audit_sealing`. */
export type SealingMark = { cluster: string; xid: string; position: number; resumeAt: string | null };

const READ = `
  select here.cluster, here.xmin, s.cluster as known, s.xid::text as xid, s.position::float8 as position,
    s.resume_at::text as resume_at
  from (select (select system_identifier::text from pg_control_system()) as cluster,
    pg_snapshot_xmin(pg_current_snapshot())::text as xmin) as here
  left join audit_sealing as s on true`;

type Row = {
  cluster: string;
  xmin: string;
  known: string | null;
  xid: string;
  position: number;
  resume_at: string | null;
};

/**
 * Where sealing goes on, and the oldest transaction that is running. Transactions count within one cluster: in another, and the first time, all records are looked
 * through, and after that those of transactions that were running or yet to come when it began.
 */
export async function readMark(ctx: InTx<Ctx>): Promise<SealingMark & { xmin: string }> {
  const [row] = await send<Row>(ctx.db, READ, []);
  const { cluster, xmin, known, xid, position, resume_at } = row!;
  if (known === cluster) return { cluster, xid, position, resumeAt: resume_at, xmin };
  return { cluster, xid: "0", position: 0, resumeAt: xmin, xmin };
}

const SAVE = `
  insert into audit_sealing (id, cluster, xid, position, resume_at) values (1, $1, $2::text::xid8, $3, $4::text::xid8)
  on conflict (id) do update set cluster = excluded.cluster, xid = excluded.xid, position = excluded.position,
    resume_at = excluded.resume_at`;

export async function saveMark(ctx: InTx<Ctx>, { cluster, xid, position, resumeAt }: SealingMark): Promise<void> {
  await send(ctx.db, SAVE, [cluster, xid, position, resumeAt]);
}
