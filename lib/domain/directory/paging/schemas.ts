import { z } from "zod";

export const PAGE_MAX = 10_000;
export const PAGE_SIZE_DEFAULT = 50;
export const PAGE_SIZE_MAX = 100;

/** A number of a query as contract 4.1 reads it: absent, blank or no number gives the default, the rest is clamped. */
const clamped = (fallback: number, max: number) =>
  z
    .string()
    .optional()
    .transform((text) => {
      const number = text === undefined || text.trim() === "" ? Number.NaN : Math.trunc(Number(text));
      return Number.isNaN(number) ? fallback : Math.min(max, Math.max(1, number));
    });

/** `page` and `pageSize`, never refused. A list's query extends it; parameters it does not name are ignored. */
export const PageQuery = z.object({
  page: clamped(1, PAGE_MAX).meta({ example: 1, description: "From 1; beyond the end it means the last page." }),
  pageSize: clamped(PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX).meta({ example: 50, description: "1 to 100, 50 unless said." }),
});
export type PageQuery = z.output<typeof PageQuery>;

/** Where a page lies in its list (contract 4.1). `page` is the one given, which may not be the one asked for. */
export const Pagination = z
  .object({
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    pageCount: z.int(),
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    nextPage: z.int().nullable(),
    previousPage: z.int().nullable(),
    offset: z.int(),
  })
  .meta({ id: "OffsetPagination" });
export type Pagination = z.output<typeof Pagination>;

/** `meta` of every list: how many rows match, and where this page lies. */
export const ListMeta = z.object({ count: z.int(), pagination: Pagination });

/** `{ data, meta }` of a list; `meta` may say more than the page. */
export function pagedOf<T extends z.ZodType, M extends z.ZodObject = typeof ListMeta>(row: T, meta?: M) {
  return z.object({ data: z.array(row), meta: (meta ?? ListMeta) as M });
}

/** How a provider or event was asked for, and what it turned out to be (contract 3.1). */
export const Lookup = z.object({ requestedId: z.string(), matchedId: z.string(), matchedSlug: z.string() });
export type Lookup = z.output<typeof Lookup>;
export const LookupMeta = z.object({ lookup: Lookup });

/** Text of a filter; blank means absent. */
export const filterText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);

/** A filter with a fixed set of values; any other one means absent (contract 3.3). */
export function filterOneOf<const T extends readonly string[]>(values: T) {
  return z
    .string()
    .optional()
    .transform((text): T[number] | undefined => values.find((value) => value === text?.trim()));
}

/** A comma list; blanks are dropped, values lower-cased. */
export const filterList = z
  .string()
  .optional()
  .transform((text) => [...new Set((text ?? "").split(",").map((part) => part.trim().toLowerCase()))].filter(Boolean));

/** `1`, `true` or `yes`. */
export const flag = z
  .string()
  .optional()
  .transform((text) => ["1", "true", "yes"].includes(text?.trim().toLowerCase() ?? ""));
