"use client";

import { useQuery } from "@tanstack/react-query";
import { LibraryBig, Plus } from "lucide-react";
import { parseAsString, parseAsStringLiteral } from "nuqs";
import { useMemo, useState } from "react";
import { ChangeContentStatusDialog } from "@/components/admin/content/change-content-status-dialog";
import { contentColumns } from "@/components/admin/content/content-columns";
import {
  CONTENT,
  CONTENT_KINDS,
  type ContentKind,
  editableFields,
  statusWord,
} from "@/components/admin/content/content-kinds";
import { CreateRecordDialog } from "@/components/admin/content/create-record-dialog";
import { EditRecordDialog } from "@/components/admin/content/edit-record-dialog";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { loadProblem } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { MenuEntry } from "@/components/ui/dropdown-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Select } from "@/components/ui/select";
import { query } from "@/lib/client/query";
import type * as contentApi from "@/lib/contract/directory/admin-content";
import type { ContentRow } from "@/lib/domain/directory/content/schemas";

const PAGE = {
  path: "/admin/content",
  panel: "record",
  choices: { kind: parseAsStringLiteral(CONTENT_KINDS), search: parseAsString, status: parseAsString },
};

const KINDS = CONTENT_KINDS.map((value) => ({ value, label: CONTENT[value].label }));

/** The directory's records of one kind, visible or not; kind, search, status and page stand in the URL. */
export function ContentList() {
  const { search, status, page, filter, turnTo, ...chosen } = useListFilters(PAGE);
  const kind = chosen.kind ?? CONTENT_KINDS[0];
  const { label, one, title, statuses, list, create, change } = CONTENT[kind];
  const [opened, setOpened] = useState<Opened>();
  const mayChange = useMayCall(change);
  const mayCreate = useMayCall(create);
  const columns = useMemo(
    () => contentColumns(title, mayChange ? (record) => menuOf(kind, record, setOpened) : undefined),
    [kind, title, mayChange],
  );
  const close = () => setOpened(undefined);
  const asked = {
    ...{ page: String(page), pageSize: String(PAGE_SIZE) },
    ...(search && { q: search }),
    ...(status && { status }),
  };
  // The kinds are asked alike and answer alike; they differ in their statuses alone.
  const records = useQuery(query(list as typeof contentApi.listReviewRecords, asked));
  const rows = records.data?.data;
  return (
    <>
      <div className="flex min-w-0 flex-col gap-2 md:flex-row md:items-center">
        <Select
          aria-label="Kind of record"
          className="md:w-48"
          options={KINDS}
          value={kind}
          onChange={(event) =>
            filter({
              kind: CONTENT_KINDS.find((one) => one === event.target.value) ?? null,
              search: null,
              status: null,
            })
          }
        />
        <FilterBar
          search={{
            label: `Search ${label.toLowerCase()}`,
            value: search ?? "",
            onValueChange: (typed) => filter({ search: typed.trim() || null }),
          }}
          filters={[
            {
              key: "status",
              label: "Status",
              single: true,
              options: statuses.map((value) => ({ value, label: statusWord(value) })),
            },
          ]}
          values={{ status: status ? [status] : [] }}
          onValuesChange={(values) => filter({ status: values.status?.[0] ?? null })}
        />
        {mayCreate && (
          <Button
            variant="primary"
            className="md:ml-auto"
            icon={<Plus aria-hidden="true" />}
            onClick={() => setOpened({ step: "create" })}
          >
            Create {one}
          </Button>
        )}
      </div>
      <DataTable
        caption={label}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        page={records.data?.meta.pagination.page ?? page}
        pageSize={PAGE_SIZE}
        total={records.data?.meta.pagination.total}
        onPageChange={turnTo}
        filtered={search !== null || status !== null || page > 1}
        onClearFilters={() => filter({ search: null, status: null })}
        error={records.error && !rows ? loadProblem(records.error, "The records could not be loaded") : undefined}
        onRetry={() => void records.refetch()}
        empty={
          <EmptyState icon={<LibraryBig />} title={`No ${label.toLowerCase()} yet`}>
            Records come from imports and from administrators, here or by the API. Each is listed here whether partners
            see it or not, and what they see follows from its status.
          </EmptyState>
        }
      />
      {opened?.step === "create" && <CreateRecordDialog kind={kind} onClose={close} />}
      {opened?.step === "edit" && <EditRecordDialog kind={kind} record={opened.record} onClose={close} />}
      {opened?.step === "status" && <ChangeContentStatusDialog kind={kind} record={opened.record} onClose={close} />}
    </>
  );
}

type Opened = { step: "create" } | { step: "edit" | "status"; record: ContentRow };

function menuOf(kind: ContentKind, record: ContentRow, open: (opened: Opened) => void): MenuEntry[] {
  const edit = { label: `Edit ${CONTENT[kind].one}…`, onSelect: () => open({ step: "edit", record }) };
  const status = { label: "Change status…", onSelect: () => open({ step: "status", record }) };
  return editableFields(kind).length > 0 ? [edit, status] : [status];
}
