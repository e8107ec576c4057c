import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export type TableProps = ComponentProps<"table"> & { caption: string };

/**
 * The same cells twice told: a table on wide screens, a two-line list on a phone. The header sticks below the top bar,
 * which is why no ancestor on a wide screen may scroll sideways.
 */
export function Table({ caption, className, children, ...rest }: TableProps) {
  return (
    <div className="min-w-0 md:max-lg:overflow-x-auto">
      <table
        className={cn("w-full text-left text-body max-md:block md:max-lg:min-w-3xl md:table-fixed", className)}
        {...rest}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="max-md:sr-only">
      <tr>{children}</tr>
    </thead>
  );
}

export type SortDirection = "ascending" | "descending";

export type HeaderCellProps = {
  children?: ReactNode;
  align?: "left" | "right";
  className?: string;
  /** Present on sortable columns; undefined inside means "not sorted by this". */
  sort?: { direction: SortDirection | undefined; onToggle: () => void };
};

const SORT_ICONS = { ascending: ArrowUp, descending: ArrowDown } as const;

export function HeaderCell({ children, align = "left", className, sort }: HeaderCellProps) {
  const Icon = sort?.direction ? SORT_ICONS[sort.direction] : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
      className={cn(
        "h-9 border-b border-default bg-canvas px-3 text-dense font-medium text-content-muted first:pl-2 lg:sticky lg:top-frame lg:z-10",
        align === "right" && "text-right",
        className,
      )}
    >
      {sort ? (
        <button
          type="button"
          onClick={sort.onToggle}
          className={cn(
            "-mx-1 inline-flex max-w-full items-center gap-1 rounded-mark px-1 hover:text-content",
            sort.direction && "text-content",
          )}
        >
          <span className="truncate">{children}</span>
          <Icon aria-hidden="true" className="size-4 shrink-0" />
        </button>
      ) : (
        <span className="block truncate">{children}</span>
      )}
    </th>
  );
}

export type RowDensity = "log" | "entity";

export type TableRowProps = ComponentProps<"tr"> & { density?: RowDensity; selected?: boolean };

/** The link that a click here follows by way of its row: none where the click meets a control of its own. */
export function rowLinkAt(place: Element): HTMLAnchorElement | null {
  if (place.closest("a, button, input, label, [role=menu]")) return null;
  return place.closest("tr")?.querySelector<HTMLAnchorElement>("a[data-row-link]") ?? null;
}

/** A click anywhere on the row follows the link in its first cell. */
export function TableRow({ density = "entity", selected, className, ...rest }: TableRowProps) {
  return (
    <tr
      data-selected={selected || undefined}
      onClick={(event) => {
        if (!getSelection()?.toString()) rowLinkAt(event.target as Element)?.click();
      }}
      className={cn(
        "group/row border-b border-default transition-colors has-[a[data-row-link]]:cursor-pointer has-[a[data-row-link]]:hover:bg-subtle data-selected:bg-muted",
        "max-md:relative max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-1 max-md:py-3",
        "max-md:before:order-3 max-md:before:basis-full",
        density === "log" ? "text-dense md:h-9" : "md:h-12",
        className,
      )}
      {...rest}
    />
  );
}

/** Where a cell stands in the two-line list: before all, first line left, first line right, second line, or nowhere. */
export type PhonePlace = "select" | "title" | "aside" | "meta" | "hidden";

const PHONE_PLACES: Record<PhonePlace, string> = {
  select: "max-md:order-first",
  title: "max-md:order-1 max-md:min-w-0 max-md:flex-1 max-md:font-medium",
  aside: "max-md:order-2 max-md:-my-2 max-md:max-w-1/2",
  meta: "max-md:order-4 max-md:min-w-0 max-md:text-dense max-md:text-content-muted",
  hidden: "max-md:hidden",
};

export type CellProps = ComponentProps<"td"> & { align?: "left" | "right"; phone?: PhonePlace };

export function Cell({ align = "left", phone = "meta", className, ...rest }: CellProps) {
  return (
    <td
      className={cn(
        "md:truncate md:px-3 md:py-1 md:first:pl-2",
        align === "right" && "tabular-nums md:text-right",
        PHONE_PLACES[phone],
        className,
      )}
      {...rest}
    />
  );
}

export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      // A table is dozens of links: only the one that is followed is worth loading.
      prefetch={false}
      data-row-link
      className={cn(
        "block truncate font-medium underline-offset-2 hover:underline focus-visible:-outline-offset-2",
        className,
      )}
      {...rest}
    />
  );
}
