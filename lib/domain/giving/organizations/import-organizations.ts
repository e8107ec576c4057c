import type { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { organizations } from "@/db/schema/donations";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { readOrganizationLines } from "@/lib/domain/giving/organizations/read-organization-lines";
import type { OrganizationLine } from "@/lib/domain/giving/organizations/schemas";
import { newObjectId } from "@/lib/platform/ids";

const BATCH = 500;

export type ImportFigures = { lines: number; created: number; updated: number; unchanged: number; skipped: number };

export type ImportSource = {
  /** What the file is called, for the audit record. */
  name: string;
  file: Readable;
  onSkipped?: (line: { number: number; problem: string }) => void;
  /** After each batch. */
  onProgress?: (figures: ImportFigures) => void;
};

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** Of one batch, in which no slug stands twice. Rows that are as the file says stay untouched. */
async function upsertBatch(ctx: Ctx, source: string, lines: OrganizationLine[]) {
  return inTransaction(ctx, async (ctx) => {
    const facts = [organizations.name, organizations.ein, organizations.website, organizations.logo];
    const columns = [...facts, organizations.description, organizations.status];
    const present = sql.join(columns, sql`, `);
    const wanted = sql.join(
      columns.map(({ name }) => excluded(name)),
      sql`, `,
    );
    const written = await ctx.db
      .insert(organizations)
      .values(lines.map((line) => ({ id: newObjectId(), ...line, createdAt: ctx.now, updatedAt: ctx.now })))
      .onConflictDoUpdate({
        target: organizations.slug,
        set: {
          ...Object.fromEntries(
            (["name", "ein", "website", "logo", "description", "status", "updatedAt"] as const).map((column) => [
              column,
              excluded(organizations[column].name),
            ]),
          ),
        },
        setWhere: sql`(${present}) is distinct from (${wanted})`,
      })
      // A row whose xmax is 0 was inserted by this statement, not updated.
      .returning({ created: sql<boolean>`xmax = 0` });
    const created = written.filter((row) => row.created).length;
    const updated = written.length - created;
    if (written.length > 0) {
      await recordAudit(ctx, {
        action: "organizations.imported",
        targetType: "organizations",
        targetId: source,
        partnerId: null,
        environment: null,
        after: { created, updated },
      });
    }
    return { created, updated, unchanged: lines.length - written.length };
  });
}

/**
 * Brings the table of nonprofits to what a CSV file says, by slug: new ones are added, changed ones changed, and none is
 * removed, so a file may be imported again or after a break. Of a slug that stands twice the later line counts. Lines
 * that cannot be read are told by number and left out.
 */
export async function importOrganizations(ctx: Ctx, source: ImportSource): Promise<ImportFigures> {
  const figures: ImportFigures = { lines: 0, created: 0, updated: 0, unchanged: 0, skipped: 0 };
  let batch = new Map<string, OrganizationLine>();
  const flush = async () => {
    if (batch.size === 0) return;
    const outcome = await upsertBatch(ctx, source.name, [...batch.values()]);
    batch = new Map();
    figures.created += outcome.created;
    figures.updated += outcome.updated;
    figures.unchanged += outcome.unchanged;
    source.onProgress?.({ ...figures });
  };
  for await (const read of readOrganizationLines(source.file)) {
    figures.lines += 1;
    if ("problem" in read) {
      figures.skipped += 1;
      source.onSkipped?.(read);
      continue;
    }
    if (batch.size >= BATCH || batch.has(read.line.slug)) await flush();
    batch.set(read.line.slug, read.line);
  }
  await flush();
  return figures;
}
