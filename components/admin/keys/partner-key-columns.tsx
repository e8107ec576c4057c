import { Ellipsis } from "lucide-react";
import { KEY_STEP_LABELS, type KeyStep, stepsOf } from "@/components/admin/keys/key-step";
import { EnvironmentBadge, KeyStatus } from "@/components/portal/keys/key-columns";
import { type DataColumn, dataColumns } from "@/components/ui/data-table-columns";
import { DropdownMenu, type MenuEntry } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Time } from "@/components/ui/time";
import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";

const column = dataColumns<PartnerKey>();

const FACTS: DataColumn<PartnerKey>[] = [
  column.accessor("name", { header: "Name", meta: { phone: "title" } }),
  column.accessor("environment", {
    header: "Environment",
    meta: { width: "md:w-28" },
    cell: (cell) => <EnvironmentBadge environment={cell.getValue()} />,
  }),
  column.display({
    id: "state",
    header: "Status",
    meta: { width: "md:w-32" },
    cell: (cell) => <KeyStatus apiKey={cell.row.original} />,
  }),
  column.accessor("secretKeyLast4", {
    header: "Secret key",
    meta: { width: "md:w-24", phone: "hidden" },
    cell: (cell) => <span className="font-mono text-dense">{cell.getValue() ? `…${cell.getValue()}` : "None"}</span>,
  }),
  column.accessor((key) => key.scopes.length, {
    id: "scopes",
    header: "Scopes",
    meta: { align: "right", width: "md:w-20", phone: "hidden" },
  }),
  column.accessor((key) => key.traffic.callsLastHour, {
    id: "callsLastHour",
    header: "Last hour",
    meta: { align: "right", width: "md:w-24" },
    cell: (cell) => `${cell.getValue().toLocaleString("en")} ${cell.getValue() === 1 ? "call" : "calls"}`,
  }),
  column.accessor("lastUsedAt", {
    header: "Last used",
    meta: { width: "md:w-28" },
    cell: (cell) => <Time at={cell.getValue()} never="Never used" />,
  }),
  column.accessor((key) => key.traffic.lastCall?.address ?? "", {
    id: "address",
    header: "Last address",
    meta: { width: "md:w-36", phone: "hidden" },
    cell: (cell) => <span className="font-mono text-dense">{cell.getValue() || "–"}</span>,
  }),
];

/** The columns, with the menu of each row for those who may change keys. */
export function partnerKeyColumns(onStep: ((step: KeyStep) => void) | undefined): DataColumn<PartnerKey>[] {
  if (!onStep) return FACTS;
  const menu = column.display({
    id: "menu",
    header: () => <span className="sr-only">Actions</span>,
    meta: { width: "md:w-14", align: "right", phone: "aside" },
    cell: ({ row: { original: key } }) =>
      key.revokedAt === null && (
        <DropdownMenu
          trigger={<IconButton small label={`Actions for ${key.name}`} icon={<Ellipsis aria-hidden="true" />} />}
          entries={entriesOf(key, onStep)}
        />
      ),
  });
  return [...FACTS, menu];
}

function entriesOf(key: PartnerKey, onStep: (step: KeyStep) => void): MenuEntry[] {
  return stepsOf(key).map((kind) => ({
    label: `${KEY_STEP_LABELS[kind]}…`,
    tone: kind === "revoke" ? ("danger" as const) : undefined,
    onSelect: () => onStep({ kind, key }),
  }));
}
