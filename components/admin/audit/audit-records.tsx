import type { UseQueryResult } from "@tanstack/react-query";
import { AuditItem } from "@/components/admin/audit/audit-item";
import { auditActor, type ShownRecord } from "@/components/admin/audit/audit-text";
import { loadProblem } from "@/components/portal/list-face";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Pagination } from "@/components/ui/pagination";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApiError } from "@/lib/client/call";

export const RECORDS_SHOWN = 20;

type Page = { data: ShownRecord[]; pagination: { total: number } };

export type AuditRecordsProps = {
  audit: UseQueryResult<Page, ApiError>;
  page: number;
  onPageChange: (page: number) => void;
  /** Says whose each record is, where there are several. */
  showsPartner?: boolean;
};

/** A page of records, with the faces of any list. */
export function AuditRecords({ audit, page, onPageChange, showsPartner }: AuditRecordsProps) {
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
          <AuditItem key={record.id} record={record} actor={auditActor(record)} showsPartner={showsPartner} />
        ))}
      </ol>
      {total > RECORDS_SHOWN && (
        <Pagination page={page} pageSize={RECORDS_SHOWN} total={total} onPageChange={onPageChange} />
      )}
    </>
  );
}
