import { z } from "zod";
import { CONTENT_SOURCE_TYPES } from "@/lib/domain/directory/newsroom/statuses";
import { filterOneOf, filterText, ListMeta, PageQuery, pagedOf } from "@/lib/domain/directory/paging/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** An approved source of news. */
export const ContentSource = z
  .object({
    id: z.string(),
    name: z.string(),
    sourceType: z.enum(CONTENT_SOURCE_TYPES),
    url: z.string().optional(),
    attributionNotes: z.string().optional(),
    reviewStatus: z.literal("approved"),
    createdAt: IsoTime,
  })
  .meta({ id: "ContentSource" });
export type ContentSource = z.output<typeof ContentSource>;

export const ListSourcesQuery = PageQuery.extend({
  sourceType: filterOneOf(CONTENT_SOURCE_TYPES),
  q: filterText.meta({ description: "Text within name, type, URL or attribution notes." }),
});
export type ListSourcesQuery = z.output<typeof ListSourcesQuery>;

export const SourceList = pagedOf(
  ContentSource,
  ListMeta.extend({
    filters: z.object({ sourceType: z.enum(CONTENT_SOURCE_TYPES).optional(), q: z.string().optional() }),
  }),
);
export type SourceList = z.output<typeof SourceList>;
