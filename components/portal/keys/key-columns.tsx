import { Ellipsis } from "lucide-react";
import type { KeyChange } from "@/components/portal/keys/key-changes";
import { ENVIRONMENT_WORDS, KEY_STATE_LOOKS, KEY_TYPE_WORDS, keyState } from "@/components/portal/keys/key-state";
import { Badge } from "@/components/ui/badge";
import { type DataColumn, dataColumns } from "@/components/ui/data-table-columns";
import { DropdownMenu, type MenuEntry } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { IdText } from "@/components/ui/id-text";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { Key } from "@/lib/domain/keys/schemas";

const column = dataColumns<Key>();

const FACTS: DataColumn<Key>[] = [
  column.accessor("name", { header: "Name", enableSorting: true, meta: { phone: "title" } }),
  column.accessor("publicKey", {
    header: "Publishable key",
    meta: { width: "md:w-56", phone: "hidden" },
    cell: (cell) => <IdText value={cell.getValue()} short what="publishable key" />,
  }),
  column.accessor("keyType", {
    header: "Type",
    meta: { width: "md:w-28" },
    cell: (cell) => KEY_TYPE_WORDS[cell.row.original.keyType],
  }),
  column.accessor("environment", {
    header: "Environment",
    meta: { width: "md:w-32" },
    cell: (cell) => <EnvironmentBadge environment={cell.getValue()} />,
  }),
  column.accessor("lastUsedAt", {
    header: "Last used",
    enableSorting: true,
    meta: { width: "md:w-36" },
    cell: (cell) => <Time at={cell.getValue()} never="Never used" />,
  }),
  column.display({
    id: "state",
    header: "Status",
    meta: { width: "md:w-36" },
    cell: (cell) => <KeyStatus apiKey={cell.row.original} />,
  }),
  column.accessor("expiresAt", {
    header: "Expires",
    meta: { width: "md:w-36", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

export function EnvironmentBadge({ environment }: { environment: Key["environment"] }) {
  return <Badge tone={environment === "sandbox" ? "sandbox" : "neutral"}>{ENVIRONMENT_WORDS[environment]}</Badge>;
}

export function KeyStatus({ apiKey }: { apiKey: Key }) {
  const { word, tone } = KEY_STATE_LOOKS[keyState(apiKey, new Date())];
  return <Status tone={tone}>{word}</Status>;
}

/** The columns, with the menu of each row when its reader may change keys. */
export function keyColumns(onChange: ((change: KeyChange) => void) | undefined): DataColumn<Key>[] {
  if (!onChange) return FACTS;
  const menu = column.display({
    id: "menu",
    header: () => <span className="sr-only">Actions</span>,
    meta: { width: "md:w-16", align: "right", phone: "aside" },
    cell: ({ row: { original: key } }) =>
      key.revokedAt === null && (
        <DropdownMenu
          trigger={<IconButton small label={`Actions for ${key.name}`} icon={<Ellipsis aria-hidden="true" />} />}
          entries={keyEntries(key, onChange)}
        />
      ),
  });
  return [...FACTS, menu];
}

function keyEntries(key: Key, onChange: (change: KeyChange) => void): MenuEntry[] {
  return [
    { label: "Edit key", onSelect: () => onChange({ kind: "edit", key }) },
    key.isActive
      ? { label: "Deactivate key", onSelect: () => onChange({ kind: "deactivate", key }) }
      : { label: "Reactivate key", onSelect: () => onChange({ kind: "reactivate", key }) },
    { label: "Make first call", href: `/first-call?key=${key.id}` },
    "separator",
    { label: "Revoke key", tone: "danger", onSelect: () => onChange({ kind: "revoke", key }) },
  ];
}
