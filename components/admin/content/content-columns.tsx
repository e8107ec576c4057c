import { Ellipsis } from "lucide-react";
import { statusWord } from "@/components/admin/content/content-kinds";
import { type DataColumn, dataColumns } from "@/components/ui/data-table-columns";
import { DropdownMenu, type MenuEntry } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { ContentRow } from "@/lib/domain/directory/content/schemas";

const column = dataColumns<ContentRow>();

/** The columns of one kind's list, with what those who may can do to a record. */
export function contentColumns(
  title: string,
  menuOf: ((record: ContentRow) => MenuEntry[]) | undefined,
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
  if (!menuOf) return facts;
  const menu = column.display({
    id: "menu",
    header: () => <span className="sr-only">Actions</span>,
    meta: { width: "md:w-16", align: "right", phone: "aside" },
    cell: ({ row: { original } }) => (
      <DropdownMenu
        trigger={
          <IconButton
            small
            label={`Actions for ${original.title || original.id}`}
            icon={<Ellipsis aria-hidden="true" />}
          />
        }
        entries={menuOf(original)}
      />
    ),
  });
  return [...facts, menu];
}
