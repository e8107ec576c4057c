import {
  type ColumnDef,
  createColumnHelper,
  metaHelper,
  type RowData,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { PhonePlace } from "./table";

export type DataColumnMeta = {
  /** Numbers stand right. */
  align?: "left" | "right";
  /** Width on wide screens, such as "md:w-40". Columns without one share what is left. */
  width?: string;
  phone?: PhonePlace;
};

export const dataTableFeatures = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  columnMeta: metaHelper<DataColumnMeta>(),
});

// biome-ignore lint/suspicious/noExplicitAny: columns of one table differ in their value types; the row type still checks each.
export type DataColumn<Row extends RowData> = ColumnDef<typeof dataTableFeatures, Row, any>;

/** `const column = dataColumns<Key>()`, then `column.accessor("name", { header: "Name", enableSorting: true })`. */
export function dataColumns<Row extends RowData>() {
  return createColumnHelper<typeof dataTableFeatures, Row>();
}
