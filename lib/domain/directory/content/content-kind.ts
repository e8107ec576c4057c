import { eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { AdminCtx, Ctx, InTx } from "@/lib/domain/context";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { ContentRow } from "@/lib/domain/directory/content/schemas";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import { type ErrorCode, fail } from "@/lib/errors";
import type { UuidPrefix } from "@/lib/platform/ids";

type ContentTable = PgTable & Record<"id" | "createdAt" | "updatedAt", PgColumn>;
export type RowOf<T extends ContentTable> = T["$inferSelect"];
type Column<T extends ContentTable> = keyof RowOf<T> & string;

/** What came of a write. Nothing was `before` a record that was made now; `fields` are the columns that differ. */
export type Written<T extends ContentTable> = {
  before?: RowOf<T>;
  after: RowOf<T>;
  fields: readonly string[];
};

type Given = Record<string, unknown>;

/** Fields of a record that stand in tables beside its own, or are a part of a column. */
export type FieldsBeside = {
  fields: readonly string[];
  read: (ctx: Ctx, id: string) => Promise<Given>;
  /** What was given, in the words in which it is read; fails where it names what is none. */
  settle?: (ctx: InTx<Ctx>, given: Given) => Promise<Given>;
  /** Writes those of the fields that are given; the record is held. */
  write: (ctx: InTx<Ctx>, id: string, given: Given) => Promise<void>;
};

/** One kind of record of the directory: what administrators read and write of it, and what follows from that. */
export type ContentKind<T extends ContentTable = ContentTable> = {
  table: T;
  /** As audit records and policy checks name it. */
  subject: string;
  idPrefix: UuidPrefix;
  title: Column<T>;
  status: Column<T>;
  /** What the column holds for each status, where that is not the status itself. */
  stored?: Readonly<Record<string, unknown>>;
  /** The statuses that partners see. */
  visible: readonly string[];
  /** A status that nearly all records may have, and who counts those of it at once; `others` are all other statuses. */
  tallied?: { status: string; others: readonly string[]; count: (ctx: Ctx) => Promise<number> };
  /** What an administrator reads of it beside what it is known by. */
  fields: readonly Column<T>[];
  /** Whatever somebody wrote and partners may read: columns, and what is given along when it is made. */
  texts: readonly string[];
  /** What the audit record says of one that was made; no person's name or address. */
  noted: readonly Column<T>[];
  /** What the audit record calls a change of the status alone. */
  moved: string;
  missing: ErrorCode;
  /** Columns that nobody gives: of a record that is made, and of one that has come to its status. */
  initial?: (made: { id: string; title: string }) => Partial<T["$inferInsert"]>;
  dated?: (row: RowOf<T>, now: Date) => Partial<RowOf<T>>;
  /** What is wrong with a record as a whole. */
  flaw?: (row: RowOf<T>) => string | undefined;
  /** Said of one that is to be made where another has what must be its own. */
  taken?: string;
  /** Fails where the given values name a record that is none. */
  requireNamed?: (ctx: InTx<Ctx>, given: Given) => Promise<void>;
  beside?: FieldsBeside;
  /** Tells subscribers, within the transaction. */
  tell?: (ctx: InTx<AdminCtx>, written: Written<T>) => Promise<void>;
};

export function statusOf<T extends ContentTable>({ status, stored = {} }: ContentKind<T>, row: RowOf<T>): string {
  const [word] = Object.entries(stored).find(([, value]) => value === row[status]) ?? [];
  return word ?? String(row[status]);
}

/** A status as the kind's column holds it. */
export function storedStatus({ stored }: Pick<ContentKind, "stored">, status: string): unknown {
  return stored ? stored[status] : status;
}

export function isVisible<T extends ContentTable>(kind: ContentKind<T>, row: RowOf<T>): boolean {
  return kind.visible.includes(statusOf(kind, row));
}

/** A change that partners can notice: into their sight, out of it, or within it. */
export function isNoticed<T extends ContentTable>(kind: ContentKind<T>, { before, after }: Written<T>): boolean {
  return isVisible(kind, after) || (before !== undefined && isVisible(kind, before));
}

/** The record of this id, locked for a change where that is asked for; fails with the kind's code where there is none. */
export async function requireRecord<T extends ContentTable>(
  ctx: Ctx,
  { table, missing }: ContentKind<T>,
  { id, locks = false }: { id: string; locks?: boolean },
): Promise<RowOf<T>> {
  const found = ctx.db
    .select()
    .from(table as ContentTable)
    .where(eq(table.id, id));
  const [row] = locks ? await found.for("no key update") : await found;
  // The builder does not know which table it was handed.
  return row ? (row as RowOf<T>) : fail(missing);
}

export function presentRecord<T extends ContentTable>(kind: ContentKind<T>, row: RowOf<T>): ContentRow {
  const facts = { title: String(row[kind.title] ?? ""), status: statusOf(kind, row) };
  return presentContent({ ...(row as Pick<ContentFacts, Stamp>), ...facts }, kind.visible);
}
type ContentFacts = Parameters<typeof presentContent>[0];
type Stamp = "id" | "createdAt" | "updatedAt";

/**
 * Asks the content policy before a record is written. What partners are going to see is asked about whole, whoever wrote
 * it and when; of the rest only what is written now.
 */
export async function requireLawful<T extends ContentTable>(
  ctx: InTx<Ctx>,
  kind: ContentKind<T>,
  { row, written }: { row: RowOf<T> & Record<string, unknown>; written: readonly string[] },
): Promise<void> {
  const asked = isVisible(kind, row) ? kind.texts : kind.texts.filter((name) => written.includes(name));
  const texts = asked.flatMap((name) => wordsOf(row[name]));
  if (texts.length === 0) return;
  await requirePolicy(ctx, { subjectType: kind.subject, subjectId: String(row.id), texts });
}

/** Every text within a value. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(wordsOf) : [];
}
