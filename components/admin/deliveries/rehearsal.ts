/** For the query of a dry run: what it finds is true for the moment, so nothing of it is kept for the next time. */
export const FRESH = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false } as const;
