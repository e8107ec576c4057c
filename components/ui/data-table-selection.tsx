"use client";

import type { Row, Table } from "@tanstack/react-table";
import { Checkbox } from "./checkbox";
import type { dataTableFeatures } from "./data-table-columns";
import { Cell } from "./table";

/** Rows that can be picked, to do one thing with all of them. */
export type DataTableSelection<Item> = {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  /** Names a row to those who hear its box. */
  labelOf: (row: Item) => string;
};

type Features = typeof dataTableFeatures;

export function SelectAllCell<Item extends object>({ table }: { table: Table<Features, Item> }) {
  const isAll = table.getIsAllPageRowsSelected();
  return (
    <th
      scope="col"
      className="h-9 border-b border-default bg-canvas pl-2 font-normal md:w-10 lg:sticky lg:top-frame lg:z-10"
    >
      <Checkbox
        hideLabel
        label="Select all rows"
        checked={isAll || (table.getIsSomePageRowsSelected() && "indeterminate")}
        onCheckedChange={() => table.toggleAllPageRowsSelected(!isAll)}
      />
    </th>
  );
}

export function SelectCell<Item extends object>({ row, label }: { row: Row<Features, Item>; label: string }) {
  return (
    <Cell phone="select">
      <Checkbox
        hideLabel
        label={label}
        checked={row.getIsSelected()}
        onCheckedChange={(checked) => row.toggleSelected(checked)}
      />
    </Cell>
  );
}
