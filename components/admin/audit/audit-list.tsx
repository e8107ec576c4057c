"use client";

import { useQuery } from "@tanstack/react-query";
import { AUDIT_FILE } from "@/components/admin/audit/audit-file";
import { AuditFilters } from "@/components/admin/audit/audit-filters";
import { AuditRecords } from "@/components/admin/audit/audit-records";
import { useAuditFilters } from "@/components/admin/audit/use-audit-filters";
import { ExportButtons } from "@/components/portal/export/export-buttons";
import { ExportProgress } from "@/components/portal/export/export-progress";
import { usePagedExport } from "@/components/portal/export/use-paged-export";
import { keepList } from "@/components/portal/list-face";
import { PageHeader } from "@/components/ui/page-header";
import { call } from "@/lib/client/call";
import { query } from "@/lib/client/query";
import * as auditApi from "@/lib/contract/admin/audit";

/** What was done to anything on the platform. */
export function AuditList() {
  const filters = useAuditFilters();
  const file = usePagedExport();
  const audit = useQuery({ ...query(auditApi.listAudit, filters.input), placeholderData: keepList() });
  return (
    <>
      <PageHeader
        title="Audit"
        purpose="Who changed what, when and why. Records are chained by their hashes; exports obey the filters."
        actions={
          <ExportButtons
            isReady={(audit.data?.data.length ?? 0) > 0}
            isRunning={file.state.step === "running"}
            onExport={(format) =>
              void file.start({
                what: "audit records",
                name: "portico-audit",
                format,
                filters: filters.asked,
                columns: AUDIT_FILE,
                read: (page, signal) => call(auditApi.listAudit, { ...filters.asked, ...page }, signal),
              })
            }
          />
        }
      />
      <AuditFilters filters={filters} ofAll />
      <ExportProgress what="audit records" state={file.state} onClear={file.clear} />
      <AuditRecords audit={audit} page={filters.page} onPageChange={filters.turnTo} showsPartner />
    </>
  );
}
