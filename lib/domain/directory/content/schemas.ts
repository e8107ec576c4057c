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

export const ContentParams = z.object({ id: z.string() });

const REASON_MAX = 500;
export const Reason = z
  .string("is required")
  .trim()
  .min(1, "is required")
  .max(REASON_MAX, `must have at most ${REASON_MAX} characters`);

/** A change of status, and why. */
export function statusChange<const S extends readonly [string, ...string[]]>(statuses: S) {
  return z.object({ status: z.enum(statuses, `must be one of ${statuses.join(", ")}`), reason: Reason });
}

export const Changed = z.object({ data: ContentRow });
export type Changed = z.output<typeof Changed>;

/** What was made; of a person who is part of it nothing is repeated. */
export const Made = z.object({ data: z.object({ id: z.string(), status: z.string(), createdAt: IsoTime }) });
export type Made = z.output<typeof Made>;

export const line = (max: number) => z.string().trim().min(1, "is required").max(max);
export const prose = z.string().trim().max(10_000);
export const Email = z.string().trim().toLowerCase().pipe(z.email("must be an e-mail address"));
export const WebUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).max(2048);
