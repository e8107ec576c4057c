import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import type { DataColumn } from "./data-table-columns";
import { EmptyState } from "./empty-state";
import { ErrorState } from "./error-state";
import { Skeleton } from "./skeleton";
import { Cell, type RowDensity, TableRow } from "./table";

export type DataTableFace = {
  /** Shown when nothing exists yet: an EmptyState that teaches the next step. */
  empty: ReactNode;
  /** True while filters or a search are set: tells "no match" from "empty". */
  filtered?: boolean;
  onClearFilters?: () => void;
  /** Blocker, cause and next step of a failed load. */
  error?: { title: string; message?: string; requestId?: string };
  onRetry?: () => void;
};

const SKELETON_ROWS = 8;
const SKELETON_WIDTHS = ["w-3/4", "w-1/2", "w-2/3"];

type SkeletonProps<Item extends object> = {
  columns: DataColumn<Item>[];
  density?: RowDensity;
  isSelectable?: boolean;
};

export function DataTableSkeleton<Item extends object>({ columns, density, isSelectable }: SkeletonProps<Item>) {
  return Array.from({ length: SKELETON_ROWS }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike.
    <TableRow key={row} density={density}>
      {isSelectable && (
        <Cell phone="select">
          <Skeleton className="w-4" />
        </Cell>
      )}
      {columns.map((column, position) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          key={position}
          align={column.meta?.align}
          phone={column.meta?.phone ?? (position === 0 ? "title" : "meta")}
          className="max-md:h-5 max-md:w-20"
        >
          <Skeleton
            className={`${SKELETON_WIDTHS[(row + position) % 3]} ${column.meta?.align === "right" ? "ml-auto" : ""}`}
          />
        </Cell>
      ))}
    </TableRow>
  ));
}

export function DataTableMessage(props: DataTableFace & { isLoaded: boolean }) {
  const { error, filtered, empty, isLoaded, onRetry, onClearFilters } = props;
  if (error) {
    return (
      <ErrorState title={error.title} requestId={error.requestId} onRetry={onRetry}>
        {error.message}
      </ErrorState>
    );
  }
  if (!isLoaded)
    return (
      <p className="sr-only" role="status">
        {"Loading"}
      </p>
    );
  if (!filtered) return empty;
  return (
    <EmptyState
      icon={<SearchX />}
      title="No match"
      action={onClearFilters && <Button onClick={onClearFilters}>Clear filters</Button>}
    >
      Nothing fits every filter. Remove one, or clear them all.
    </EmptyState>
  );
}
