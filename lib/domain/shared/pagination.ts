import type { z } from "zod";
import type { Pagination } from "@/lib/domain/shared/schemas";

type Page = { page: number; limit: number };

/** How many rows come before a page. */
export function offsetOf({ page, limit }: Page): number {
  return (page - 1) * limit;
}

/** What a list says of itself beside its rows. */
export function pagination({ page, limit }: Page, total: number): z.output<typeof Pagination> {
  return { page, limit, total, totalPages: Math.ceil(total / limit) };
}
