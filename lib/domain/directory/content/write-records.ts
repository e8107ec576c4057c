import { isDeepStrictEqual } from "node:util";
import { eq, getTableColumns } from "drizzle-orm";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import {
  type ContentKind,
  isNoticed,
  presentRecord,
  type RowOf,
  requireLawful,
  requireRecord,
  statusOf,
  storedStatus,
} from "@/lib/domain/directory/content/content-kind";
import type { Changed, Made } from "@/lib/domain/directory/content/schemas";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Table = ContentKind["table"];
type Given = { reason: string } & Record<string, unknown>;

/** The verb that enters a record of a kind. */
export function creating<T extends Table>(kind: ContentKind<T>) {
  return (ctx: AdminCtx, { reason, ...asked }: Given): Promise<Made> =>
    inTransaction(ctx, async (ctx) => {
      const given = await settled(ctx, kind, asked);
      await kind.requireNamed?.(ctx, given);
      const id = newUuidId(kind.idPrefix);
      const row = { ...columnsOf(kind, given), id, createdAt: ctx.now, updatedAt: ctx.now } as RowOf<T>;
      const initial = kind.initial?.({ id, title: String(row[kind.title]) });
      const made = { ...row, ...initial, ...kind.dated?.(row, ctx.now) };
      requireSound(kind, made);
      await requireLawful(ctx, kind, { row: { ...given, ...made }, written: Object.keys(given) });
      const [inserted] = await ctx.db
        .insert(kind.table as Table)
        .values(made as Table["$inferInsert"])
        .onConflictDoNothing()
        .returning();
      if (!inserted) fail("validation_failed", { ...(kind.taken && { message: kind.taken }) });
      const after = inserted as RowOf<T>;
      await kind.beside?.write(ctx, id, besideOf(kind, given));
      await auditChange(ctx, {
        ...{ action: `${kind.subject}.created`, targetType: kind.subject, targetId: id, reason },
        after: named(kind, after, kind.noted),
      });
      await kind.tell?.(ctx, { after, fields: Object.keys(given) });
      return { data: { id, status: statusOf(kind, after), createdAt: ctx.now.toISOString() } };
    });
}

/** The verb that changes fields of a record, its status among them. What brings no change leaves no trace. */
export function changing<T extends Table>(kind: ContentKind<T>) {
  return (ctx: AdminCtx, { id, reason, ...asked }: Given & { id: string }): Promise<Changed> =>
    inTransaction(ctx, async (ctx) => {
      const row = await requireRecord(ctx, kind, { id, locks: true });
      const before = { ...row, ...(await kind.beside?.read(ctx, id)) };
      const given = await settled(ctx, kind, asked);
      const wanted = { ...columnsOf(kind, given), ...besideOf(kind, given) };
      const fields = Object.keys(wanted).filter((name) => !isSame(wanted[name], before[name as keyof RowOf<T>]));
      if (fields.length === 0) return { data: presentRecord(kind, before) };
      await kind.requireNamed?.(ctx, pick(wanted, fields));
      const moved = fields.includes(kind.status);
      const changes = { ...pick(wanted, fields), updatedAt: ctx.now } as Partial<RowOf<T>>;
      if (moved) Object.assign(changes, kind.dated?.({ ...before, ...changes }, ctx.now));
      const after = { ...before, ...changes };
      requireSound(kind, after);
      await requireLawful(ctx, kind, { row: after, written: fields });
      const changedBeside = besideOf(kind, changes);
      await ctx.db
        .update(kind.table as Table)
        .set(omit(changes, Object.keys(changedBeside)) as Table["$inferInsert"])
        .where(eq(kind.table.id, id));
      if (Object.keys(changedBeside).length > 0) await kind.beside?.write(ctx, id, changedBeside);
      const isMove = moved && fields.length === 1;
      await auditChange(ctx, {
        ...{ action: isMove ? kind.moved : `${kind.subject}.updated`, targetType: kind.subject, targetId: id, reason },
        before: named(kind, before, fields),
        after: named(kind, after, fields),
      });
      const written = { before, after, fields };
      if (isNoticed(kind, written)) await kind.tell?.(ctx, written);
      return { data: presentRecord(kind, after) };
    });
}

async function settled<T extends Table>(ctx: InTx<Ctx>, { beside }: ContentKind<T>, given: Record<string, unknown>) {
  return (await beside?.settle?.(ctx, given)) ?? given;
}

/** What was given of the table's own columns; the status is the API's word for one of them. */
function columnsOf<T extends Table>(kind: ContentKind<T>, { status, ...rest }: Record<string, unknown>) {
  const own = omit(pick(rest, Object.keys(getTableColumns(kind.table))), kind.beside?.fields ?? []);
  const given = status === undefined ? own : { [kind.status]: storedStatus(kind, String(status)), ...own };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What was given of the fields that stand beside. */
function besideOf<T extends Table>({ beside }: ContentKind<T>, given: object) {
  const own = Object.entries(pick(given, beside?.fields ?? []));
  return Object.fromEntries(own.filter(([, value]) => value !== undefined));
}

/** Columns of a record by the names and words that the API has for them. */
function named<T extends Table>(kind: ContentKind<T>, row: RowOf<T>, names: readonly string[]) {
  const told = names.map((name) =>
    name === kind.status ? ["status", statusOf(kind, row)] : [name, row[name as keyof RowOf<T>]],
  );
  return Object.fromEntries(told);
}

function requireSound<T extends Table>({ flaw }: ContentKind<T>, row: RowOf<T>): void {
  const message = flaw?.(row);
  if (message) fail("validation_failed", { message });
}

const pick = (row: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));

const omit = (row: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** Times, lists and rules are compared by what they say. */
const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(one ?? null, other ?? null);
