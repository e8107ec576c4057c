"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "./button";

export type PaginationProps = {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPageChange: (page: number) => void;
};

/** "1-50 of 1,204" */
export function rangeLabel({ page, pageSize, total }: Omit<PaginationProps, "onPageChange">): string {
  if (total === 0) return "0 of 0";
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const format = (count: number) => count.toLocaleString("en");
  return `${format(first)}-${format(last)} of ${format(total)}`;
}

export function Pagination({ page, pageSize, total, onPageChange }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4">
      <p className="text-dense text-content-muted tabular-nums">{rangeLabel({ page, pageSize, total })}</p>
      <div className="flex gap-2">
        <Button
          size="small"
          disabled={page <= 1}
          icon={<ChevronLeft aria-hidden="true" />}
          onClick={() => onPageChange(page - 1)}
        >
          Previous
        </Button>
        <Button size="small" disabled={page >= pages} onClick={() => onPageChange(page + 1)}>
          Next
          <ChevronRight aria-hidden="true" />
        </Button>
      </div>
    </nav>
  );
}
