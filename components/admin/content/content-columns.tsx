import { statusWord } from "@/components/admin/content/content-kinds";
import { Button } from "@/components/ui/button";
import { type DataColumn, dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { ContentRow } from "@/lib/domain/directory/content/schemas";

const column = dataColumns<ContentRow>();

/** The columns of one kind's list, with what changes a status for those who may. */
export function contentColumns(
  title: string,
  onChange: ((record: ContentRow) => void) | undefined,
): DataColumn<ContentRow>[] {
  const facts: DataColumn<ContentRow>[] = [
    column.accessor("title", {
      header: title,
      meta: { phone: "title" },
      cell: (cell) => <span title={cell.row.original.id}>{cell.getValue() || cell.row.original.id}</span>,
    }),
    column.accessor("status", {
      header: "Status",
      meta: { width: "md:w-44", phone: "meta" },
      cell: (cell) => statusWord(cell.getValue()),
    }),
    column.accessor("isVisible", {
      header: "Seen by",
      meta: { width: "md:w-44", phone: "meta" },
      cell: (cell) => (
        <Status tone={cell.getValue() ? "success" : "neutral"}>
          {cell.getValue() ? "Visible to partners" : "Hidden"}
        </Status>
      ),
    }),
    column.accessor("updatedAt", {
      header: "Updated",
      meta: { align: "right", width: "md:w-28", phone: "hidden" },
      cell: (cell) => <Time at={cell.getValue()} />,
    }),
    column.accessor("createdAt", {
      header: "Created",
      meta: { align: "right", width: "md:w-28", phone: "hidden" },
      cell: (cell) => <Time at={cell.getValue()} />,
    }),
  ];
  if (!onChange) return facts;
  const change = column.display({
    id: "change",
    header: () => <span className="sr-only">Actions</span>,
    meta: { width: "md:w-36", align: "right", phone: "aside" },
    cell: ({ row: { original } }) => (
      <Button
        size="small"
        variant="ghost"
        aria-label={`Change status of ${original.title || original.id}`}
        onClick={() => onChange(original)}
      >
        Change status
      </Button>
    ),
  });
  return [...facts, change];
}
