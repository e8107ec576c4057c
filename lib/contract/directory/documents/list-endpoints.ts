import { PARTNER_PREFIX } from "@/lib/contract/directory/documents/facts";

export type Risk = "low" | "medium" | "high";

type PagedList = {
  path: string;
  stableSort: string;
  cursorCandidate: string;
  risk: Risk;
  productionTrigger: string;
};

/** Every list, its order (contract 4.2) and what would speak for cursors (6.8). */
export const PAGED_LISTS: readonly PagedList[] = [
  {
    path: "/providers",
    stableSort: "name_ascending",
    cursorCandidate: "name+id",
    risk: "low",
    productionTrigger: "The inventory outgrows what partners can page through in one sync.",
  },
  {
    path: "/events",
    stableSort: "startDate_ascending",
    cursorCandidate: "startDate+id",
    risk: "medium",
    productionTrigger: "Partners read incremental windows over large calendars.",
  },
  {
    path: "/reviews",
    stableSort: "submittedAt_descending",
    cursorCandidate: "submittedAt+id",
    risk: "medium",
    productionTrigger: "High-volume syncs must not read a review twice.",
  },
  {
    path: "/community/posts",
    stableSort: "publishedAt_descending",
    cursorCandidate: "publishedAt+id",
    risk: "medium",
    productionTrigger: "Frequent moderation moves posts between pages during a sync.",
  },
  {
    path: "/newsroom/articles",
    stableSort: "publishedAt_descending",
    cursorCandidate: "publishedAt+id",
    risk: "medium",
    productionTrigger: "Partners pull content incrementally.",
  },
  {
    path: "/newsroom/newsletters",
    stableSort: "scheduledFor_descending",
    cursorCandidate: "scheduledFor+id",
    risk: "medium",
    productionTrigger: "Partners traverse the archive while editions are being scheduled.",
  },
  {
    path: "/newsroom/sources",
    stableSort: "name_ascending",
    cursorCandidate: "name+id",
    risk: "low",
    productionTrigger: "The source registry outgrows what partners can page through.",
  },
  {
    path: "/ads/placements",
    stableSort: "placementId_ascending",
    cursorCandidate: "placementId",
    risk: "low",
    productionTrigger: "Partners sync placements often although few of them change.",
  },
  {
    path: "/campaigns",
    stableSort: "updatedAt_descending",
    cursorCandidate: "updatedAt+id",
    risk: "high",
    productionTrigger: "Changes of status move rows between pages, so that a sync skips or repeats them.",
  },
];

/** The six that the pagination contract advertises, in its order (contract 4.1). */
export const ADVERTISED_LISTS: readonly string[] = [
  "/providers",
  "/events",
  "/reviews",
  "/community/posts",
  "/ads/placements",
  "/campaigns",
].map((path) => `GET ${PARTNER_PREFIX}${path}`);
