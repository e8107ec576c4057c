"use client";

import { useQuery } from "@tanstack/react-query";
import { AuditFilters } from "@/components/admin/audit/audit-filters";
import { AuditRecords } from "@/components/admin/audit/audit-records";
import { useAuditFilters } from "@/components/admin/audit/use-audit-filters";
import { OWN_AUDIT_FILE } from "@/components/portal/audit/own-audit-file";
import { ExportButtons } from "@/components/portal/export/export-buttons";
import { ExportProgress } from "@/components/portal/export/export-progress";
import { usePagedExport } from "@/components/portal/export/use-paged-export";
import { keepList } from "@/components/portal/list-face";
import { PageHeader } from "@/components/ui/page-header";
import { call } from "@/lib/client/call";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { OwnAuditList, OwnAuditRecord } from "@/lib/domain/audit/schemas";

/** What was done to the partner, in both environments; a JSON file of all of it can be verified by itself. */
export function OwnAudit() {
  const filters = useAuditFilters();
  const file = usePagedExport();
  const { partnerId: _, ...asked } = filters.asked;
  const { page, limit } = filters.input;
  const audit = useQuery({ ...query(giving.listOwnAudit, { ...asked, page, limit }), placeholderData: keepList() });
  return (
    <>
      <PageHeader
        title="Audit"
        purpose="Who changed what, when and why, in both environments. Exports obey the filters."
        actions={
          <ExportButtons
            isReady={(audit.data?.data.length ?? 0) > 0}
            isRunning={file.state.step === "running"}
            onExport={(format) =>
              void file.start<OwnAuditRecord, OwnAuditList>({
                what: "audit records",
                name: "portico-audit",
                format,
                filters: asked,
                columns: OWN_AUDIT_FILE,
                read: (cut, signal) => call(giving.listOwnAudit, { ...asked, ...cut }, signal),
                moreOf: ({ checkpoint }) => ({ checkpoint }),
              })
            }
          />
        }
      />
      <AuditFilters filters={filters} />
      <ExportProgress what="audit records" state={file.state} onClear={file.clear} />
      <AuditRecords audit={audit} page={filters.page} onPageChange={filters.turnTo} />
    </>
  );
}
