/** Rows on a page of every list in the portal. */
export const PAGE_SIZE = 50;
