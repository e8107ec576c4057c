"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { AuditItem } from "@/components/admin/audit/audit-item";
import { AUDIT_ACTIONS, actionText } from "@/components/admin/audit/audit-text";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { toInstants } from "@/components/portal/filters/date-range";
import { keepList, loadProblem } from "@/components/portal/list-face";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApiError } from "@/lib/client/call";
import { query } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";
import type { AuditRecordList } from "@/lib/domain/audit/schemas";

const RECORDS_SHOWN = 20;
const PARAMETERS = {
  action: parseAsStringLiteral(AUDIT_ACTIONS),
  from: parseAsString,
  to: parseAsString,
  page: parseAsInteger.withDefault(1),
};

const FILTERS = [
  {
    key: "action",
    label: "What",
    single: true,
    options: AUDIT_ACTIONS.map((value) => ({ value, label: actionText(value) })),
  },
];

/** Who did what to the partner, when and why, latest first. */
export function AuditTimeline({ partnerId }: { partnerId: string }) {
  const [{ action, from, to, page }, set] = useQueryStates(PARAMETERS);
  const audit = useQuery({
    ...query(partnersApi.listPartnerAudit, {
      id: partnerId,
      page: String(page),
      limit: String(RECORDS_SHOWN),
      ...(action !== null && { action }),
      ...toInstants({ from, to }),
    }),
    placeholderData: keepList({ id: partnerId }),
  });
  return (
    <Section title="Audit">
      <FilterBar
        filters={FILTERS}
        values={{ action: action ? [action] : [] }}
        onValuesChange={(values) =>
          void set({ action: AUDIT_ACTIONS.find((one) => one === values.action?.[0]) ?? null, page: null })
        }
        actions={<DateFilter range={{ from, to }} onChange={(range) => void set({ ...range, page: null })} />}
      />
      <Records audit={audit} page={page} onPageChange={(next) => void set({ page: next })} />
    </Section>
  );
}

type RecordsProps = {
  audit: UseQueryResult<AuditRecordList, ApiError>;
  page: number;
  onPageChange: (page: number) => void;
};

function Records({ audit, page, onPageChange }: RecordsProps) {
  const { data, error, refetch } = audit;
  if (error && !data) {
    const { title, message, requestId } = loadProblem(error, "The audit could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton className="h-48 w-full" />;
  const { total } = data.pagination;
  if (data.data.length === 0) {
    return (
      <EmptyState title="No record fits">
        Every change to a partner, its keys, pools and webhooks leaves a record here.
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="divide-y divide-default">
        {data.data.map((record) => (
          <AuditItem key={record.id} record={record} />
        ))}
      </ol>
      {total > RECORDS_SHOWN && (
        <Pagination page={page} pageSize={RECORDS_SHOWN} total={total} onPageChange={onPageChange} />
      )}
    </>
  );
}
