import { apiKeyState, KEY_STATE_WORDS } from "@/components/admin/api-clients/api-key-state";
import { Button } from "@/components/ui/button";
import { type DataColumn, dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { ApiKey } from "@/lib/domain/api-clients/schemas";

const column = dataColumns<ApiKey>();

const FACTS: DataColumn<ApiKey>[] = [
  column.accessor("name", { header: "Name", meta: { phone: "title" } }),
  column.accessor("keyPreview", {
    header: "Key",
    meta: { width: "md:w-44", phone: "meta" },
    cell: (cell) => <span className="font-mono text-dense">{cell.getValue()}</span>,
  }),
  column.display({
    id: "state",
    header: "Status",
    meta: { width: "md:w-28", phone: "meta" },
    cell: ({ row: { original: key } }) => {
      const { tone, word } = KEY_STATE_WORDS[apiKeyState(key, new Date())];
      return <Status tone={tone}>{word}</Status>;
    },
  }),
  column.accessor("lastUsedAt", {
    header: "Last used",
    meta: { width: "md:w-28", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} never="Never used" />,
  }),
  column.accessor("expiresAt", {
    header: "Expires",
    meta: { width: "md:w-28", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
  column.accessor("createdAt", {
    header: "Created",
    meta: { align: "right", width: "md:w-28", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

/** The columns, with what ends a key for those who may. */
export function apiKeyColumns(onRevoke: ((key: ApiKey) => void) | undefined): DataColumn<ApiKey>[] {
  if (!onRevoke) return FACTS;
  const revoke = column.display({
    id: "revoke",
    header: () => <span className="sr-only">Actions</span>,
    meta: { width: "md:w-28", align: "right", phone: "aside" },
    cell: ({ row: { original: key } }) =>
      key.status === "active" && (
        <Button size="small" variant="ghost" aria-label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
          Revoke
        </Button>
      ),
  });
  return [...FACTS, revoke];
}
