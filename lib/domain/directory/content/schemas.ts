import { z } from "zod";
import { filterOneOf, filterText, PageQuery, pagedOf } from "@/lib/domain/directory/paging/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** A record of the directory as administrators find it: enough to know it by, and whether partners see it. */
export const ContentRow = z
  .object({
    id: z.string(),
    title: z.string(),
    status: z.string(),
    isVisible: z.boolean(),
    createdAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "DirectoryRecord" });
export type ContentRow = z.output<typeof ContentRow>;

export const ContentList = pagedOf(ContentRow);
export type ContentList = z.output<typeof ContentList>;

/** The query of one kind's list; a status that the kind does not have means any. */
export function contentQuery<const S extends readonly string[]>(statuses: S) {
  return PageQuery.extend({ q: filterText, status: filterOneOf(statuses) });
}
export type ContentQuery = PageQuery & { q?: string | undefined; status?: string | undefined };

const Plain = z.union([z.string(), z.number(), z.boolean()]);
const FieldValue = z.union([
  Plain,
  z.array(z.string()),
  z.array(z.record(z.string(), z.string())).meta({ description: "Links, each with its address and perhaps a title." }),
  z.record(z.string(), z.union([Plain, z.array(Plain)])).meta({ description: "Rules by their names." }),
]);
export type FieldValue = z.output<typeof FieldValue>;

/** One record with the fields that administrators write. */
export const ContentRecord = ContentRow.extend({
  fields: z
    .record(z.string(), FieldValue)
    .meta({ description: "What it says, by the names that a change takes. What is empty is left out." }),
}).meta({ id: "DirectoryRecordDetail" });
export type ContentRecord = z.output<typeof ContentRecord>;

export const ContentParams = z.object({ id: z.string() });

const REASON_MAX = 500;
export const Reason = z
  .string("is required")
  .trim()
  .min(1, "is required")
  .max(REASON_MAX, `must have at most ${REASON_MAX} characters`);

/** A status of a kind; among some of its statuses where a record is made. */
export function statusAmong<const S extends readonly [string, ...string[]]>(statuses: S) {
  return z.enum(statuses, `must be one of ${statuses.join(", ")}`).meta({ title: "Status" });
}

/** A change of status, and why. */
export function statusChange<const S extends readonly [string, ...string[]]>(statuses: S) {
  return z.object({ status: statusAmong(statuses), reason: Reason });
}

type Fields = Record<string, z.ZodType>;

/** What a record must have cannot be taken from it; what it may lack can, by null. */
type ChangeOf<F extends Fields> = {
  [K in keyof F]: F[K] extends z.ZodOptional<infer T extends z.ZodType>
    ? z.ZodOptional<z.ZodNullable<T>>
    : F[K] extends z.ZodDefault<infer T extends z.ZodType>
      ? z.ZodOptional<T>
      : z.ZodOptional<F[K]>;
};

const inChange = (field: z.ZodType): z.ZodType => {
  if (field instanceof z.ZodOptional) return (field.unwrap() as z.ZodType).nullable().optional();
  return (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field).optional();
};

/** A change of some of a kind's fields, its status among them, and why. */
export function recordChange<F extends Fields, const S extends readonly [string, ...string[]]>(
  fields: z.ZodObject<F>,
  statuses: S,
) {
  const shape = Object.fromEntries(
    Object.entries<z.ZodType>(fields.shape).map(([name, field]) => [name, inChange(field)]),
  );
  // Each field became what the type says of it.
  return z
    .object({ status: statusAmong(statuses).optional(), ...(shape as ChangeOf<F>), reason: Reason })
    .refine((given) => Object.keys(given).some((name) => name !== "reason"), "name at least one field to change");
}

export const RecordAnswer = z.object({ data: ContentRecord });

export const Changed = z.object({ data: ContentRow });
export type Changed = z.output<typeof Changed>;

/** What was made; of a person who is part of it nothing is repeated. */
export const Made = z.object({ data: z.object({ id: z.string(), status: z.string(), createdAt: IsoTime }) });
export type Made = z.output<typeof Made>;

/** How a field is called at a form and in the documents; the rest of a form follows from the field's own rules. */
type Words = { title: string; description?: string };

const hasNoNul = (text: string) => !text.includes("\u0000");
const NUL = "must not contain NUL characters";

export const line = (max: number, words?: Words) =>
  z
    .string()
    .trim()
    .min(1, "is required")
    .max(max)
    .refine(hasNoNul, NUL)
    .meta({ ...words });
export const prose = z.string().trim().max(10_000).refine(hasNoNul, NUL);
export const Email = z.string().trim().toLowerCase().pipe(z.email("must be an e-mail address"));
export const WebUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).max(2048);
