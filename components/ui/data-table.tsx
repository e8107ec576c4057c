"use client";

import { type Header, type Row, useTable } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { type DataColumn, dataTableFeatures } from "./data-table-columns";
import { type DataTableFace, DataTableMessage, DataTableSkeleton } from "./data-table-faces";
import { type DataTableSelection, SelectAllCell, SelectCell } from "./data-table-selection";
import { parseSort, printSort } from "./data-table-sort";
import { Pagination } from "./pagination";
import { Select } from "./select";
import { Cell, HeaderCell, type RowDensity, RowLink, Table, TableHead, TableRow } from "./table";

export type DataTableProps<Item extends object> = DataTableFace & {
  /** Says what the table lists, for assistive technology. */
  caption: string;
  /** Stable: declare it outside the component or memoise it. The first column carries the row's link. */
  columns: DataColumn<Item>[];
  /** Undefined while loading. */
  rows: Item[] | undefined;
  rowId: (row: Item) => string;
  rowHref?: (row: Item) => string;
  /** Marks the row whose panel is open. */
  selectedId?: string;
  density?: RowDensity;
  page?: number;
  pageSize?: number;
  total?: number;
  onPageChange?: (page: number) => void;
  /** As the contract writes it: "createdAt" or "-createdAt". Columns opt in with enableSorting. */
  sort?: string;
  onSortChange?: (sort: string) => void;
  /** Gives every row a box. */
  selection?: DataTableSelection<Item>;
};

const NO_ROWS: never[] = [];

/** A page of a list kept by the server, with its five faces: loading, empty, no match, error, full. */
export function DataTable<Item extends object>(props: DataTableProps<Item>) {
  const { caption, columns, rows, rowId, sort, onSortChange, page = 1, pageSize = 50, total, onPageChange } = props;
  const { selection } = props;
  const picked = Object.fromEntries((selection?.ids ?? []).map((id) => [id, true as const]));
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: rows ?? NO_ROWS,
    getRowId: rowId,
    defaultColumn: { enableSorting: false },
    manualSorting: true,
    manualPagination: true,
    enableSorting: onSortChange !== undefined,
    enableMultiSort: false,
    enableSortingRemoval: false,
    rowCount: total ?? 0,
    enableRowSelection: selection !== undefined,
    state: { sorting: parseSort(sort), pagination: { pageIndex: page - 1, pageSize }, rowSelection: picked },
    onRowSelectionChange: (update) =>
      selection?.onChange(Object.keys(typeof update === "function" ? update(picked) : update)),
    onSortingChange: (update) => {
      const next = printSort(typeof update === "function" ? update(parseSort(sort)) : update);
      if (next) onSortChange?.(next);
    },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const isFull = !props.error && rows !== undefined && rows.length > 0;

  return (
    <div className="flex min-w-0 flex-col gap-4">
      {onSortChange && isFull && <PhoneSort headers={headers} sort={sort} onSortChange={onSortChange} />}
      <Table caption={caption} aria-busy={rows === undefined && !props.error}>
        <TableHead>
          {selection && <SelectAllCell table={table} />}
          {headers.map((header) => (
            <ColumnHeader key={header.id} header={header}>
              <table.FlexRender header={header} />
            </ColumnHeader>
          ))}
        </TableHead>
        <tbody className="max-md:block">
          {rows === undefined && !props.error && (
            <DataTableSkeleton columns={columns} density={props.density} isSelectable={selection !== undefined} />
          )}
          {isFull &&
            table.getRowModel().rows.map((row) => (
              <DataRow key={row.id} row={row} {...props}>
                {(cell) => <table.FlexRender cell={cell} />}
              </DataRow>
            ))}
        </tbody>
      </Table>
      {!isFull && <DataTableMessage {...props} isLoaded={rows !== undefined} />}
      {isFull && onPageChange && total !== undefined && (
        <Pagination page={page} pageSize={pageSize} total={total} onPageChange={onPageChange} />
      )}
    </div>
  );
}

type DataHeader<Item extends object> = Header<typeof dataTableFeatures, Item>;
type DataCell<Item extends object> = ReturnType<Row<typeof dataTableFeatures, Item>["getAllCells"]>[number];

function ColumnHeader<Item extends object>({ header, children }: { header: DataHeader<Item>; children: ReactNode }) {
  const { column } = header;
  const { align, width } = column.columnDef.meta ?? {};
  const sorted = column.getIsSorted();
  const direction = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined;
  const sort = column.getCanSort() ? ({ direction, onToggle: () => column.toggleSorting() } as const) : undefined;
  return (
    <HeaderCell align={align} className={width} sort={sort}>
      {children}
    </HeaderCell>
  );
}

type DataRowProps<Item extends object> = Pick<
  DataTableProps<Item>,
  "rowHref" | "selectedId" | "density" | "selection"
> & {
  row: Row<typeof dataTableFeatures, Item>;
  children: (cell: DataCell<Item>) => ReactNode;
};

function DataRow<Item extends object>(props: DataRowProps<Item>) {
  const { row, rowHref, selectedId, density, selection, children } = props;
  return (
    <TableRow density={density} selected={row.id === selectedId}>
      {selection && <SelectCell row={row} label={`Select ${selection.labelOf(row.original)}`} />}
      {row.getAllCells().map((cell, position) => {
        const { align, phone = position === 0 ? "title" : "meta" } = cell.column.columnDef.meta ?? {};
        return (
          <Cell key={cell.id} align={align} phone={phone}>
            {position === 0 && rowHref ? (
              <RowLink href={rowHref(row.original)}>{children(cell)}</RowLink>
            ) : (
              children(cell)
            )}
          </Cell>
        );
      })}
    </TableRow>
  );
}

type PhoneSortProps<Item extends object> = {
  headers: DataHeader<Item>[];
  sort?: string;
  onSortChange: (sort: string) => void;
};

// The header row is out of sight on a phone, and its sort buttons with it.
function PhoneSort<Item extends object>({ headers, sort = "", onSortChange }: PhoneSortProps<Item>) {
  const sortable = headers.filter((header) => header.column.getCanSort());
  if (sortable.length === 0) return null;
  const options = sortable.flatMap(({ column }) => {
    const name = typeof column.columnDef.header === "string" ? column.columnDef.header : column.id;
    return [
      { value: column.id, label: `${name}, ascending` },
      { value: `-${column.id}`, label: `${name}, descending` },
    ];
  });
  return (
    <Select
      aria-label="Sort by"
      className="md:hidden"
      placeholder="Sort by"
      options={options}
      value={sort}
      onChange={(event) => onSortChange(event.target.value)}
    />
  );
}
