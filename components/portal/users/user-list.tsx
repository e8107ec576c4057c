"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { toast } from "sonner";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { toInstants } from "@/components/portal/filters/date-range";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { useMayWrite } from "@/components/portal/use-may-write";
import { CreateUserDialog } from "@/components/portal/users/create-user-dialog";
import { userColumns } from "@/components/portal/users/user-columns";
import { userAddress } from "@/components/portal/users/user-name";
import { USER_WORDS } from "@/components/portal/users/user-status";
import { UsersEmpty } from "@/components/portal/users/users-empty";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { USER_STATUSES } from "@/lib/domain/giving/users/schemas";

const PARAMETERS = {
  search: parseAsString,
  status: parseAsStringLiteral(USER_STATUSES),
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(["createdAt", "-createdAt"]).withDefault("-createdAt"),
  page: parseAsInteger.withDefault(1),
  create: parseAsBoolean.withDefault(false),
};

const STATUS_OPTIONS = USER_STATUSES.map((value) => ({ value, label: USER_WORDS[value] }));

/** Everyone who was rewarded or may be. */
export function UserList() {
  useEnvironment();
  const router = useRouter();
  const mayCreate = useMayWrite("users:write");
  const [{ search, status, from, to, sort, page, create }, set] = useQueryStates(PARAMETERS);
  const filter = (next: Parameters<typeof set>[0] & object) => void set({ page: null, ...next });
  const users = useQuery({
    ...query(giving.listUsers, {
      page: String(page),
      limit: String(PAGE_SIZE),
      sort,
      ...(search && { search }),
      ...(status !== null && { status }),
      ...toInstants({ from, to }),
    }),
    placeholderData: keepList(),
  });
  return (
    <>
      <PageHeader
        title="Users"
        purpose="Who receives your rewards, under the ids of your own system."
        primaryAction={
          mayCreate && (
            <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onClick={() => void set({ create: true })}>
              Create user
            </Button>
          )
        }
      />
      <FilterLine
        search={{
          label: "Search by ID or e-mail",
          value: search ?? "",
          onValueChange: (typed) => filter({ search: typed.trim() || null }),
        }}
        filters={[{ key: "status", label: "Status", single: true, options: STATUS_OPTIONS }]}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) => filter({ status: USER_STATUSES.find((one) => one === values.status?.[0]) ?? null })}
      >
        <DateFilter range={{ from, to }} onChange={filter} />
      </FilterLine>
      <DataTable
        caption="Users"
        columns={userColumns}
        rowId={(row) => row.externalId}
        rowHref={(row) => userAddress(row.externalId)}
        page={page}
        pageSize={PAGE_SIZE}
        onPageChange={(next) => void set({ page: next }, { scroll: true })}
        sort={sort}
        onSortChange={(next) => filter({ sort: next === "createdAt" ? next : "-createdAt" })}
        filtered={[search, status, from, to].some(Boolean) || page > 1}
        onClearFilters={() => filter({ search: null, status: null, from: null, to: null })}
        {...listFace(users, { failed: "Users could not be loaded", empty: <UsersEmpty /> })}
      />
      {create && mayCreate && (
        <CreateUserDialog
          onClose={() => void set({ create: null })}
          onCreated={({ externalId }) => {
            toast.success(`User ${externalId} created`);
            router.push(userAddress(externalId));
          }}
        />
      )}
    </>
  );
}
