import type { CsvColumn } from "@/components/portal/export/print-csv";
import type { AuditRecord } from "@/lib/domain/audit/schemas";

const json = (fields: AuditRecord["after"]) => (fields ? JSON.stringify(fields) : null);

type Common = Omit<AuditRecord, "partnerName" | "partnerId" | "sealed" | "actorId"> & { actorId: string | null };

/** What every record has in a file: who, what, when and why, and the fields before and after as JSON. */
export const COMMON_AUDIT_FILE: readonly CsvColumn<Common>[] = [
  { header: "Record ID", value: ({ id }) => id },
  { header: "At (UTC)", value: ({ at }) => at },
  { header: "Action", value: ({ action }) => action },
  { header: "Actor type", value: ({ actorType }) => actorType },
  { header: "Actor", value: ({ actorName }) => actorName },
  { header: "Actor ID", value: ({ actorId }) => actorId },
  { header: "Target type", value: ({ targetType }) => targetType },
  { header: "Target ID", value: ({ targetId }) => targetId },
  { header: "Environment", value: ({ environment }) => environment },
  { header: "Reason", value: ({ reason }) => reason },
  { header: "Before (JSON)", value: ({ before }) => json(before) },
  { header: "After (JSON)", value: ({ after }) => json(after) },
  { header: "IP address", value: ({ ip }) => ip },
  { header: "Request ID", value: ({ requestId }) => requestId },
];

/** The same over all partners. */
export const AUDIT_FILE: readonly CsvColumn<AuditRecord>[] = [
  ...COMMON_AUDIT_FILE,
  { header: "Partner ID", value: ({ partnerId }) => partnerId },
  { header: "Partner", value: ({ partnerName }) => partnerName },
  { header: "Place in chain", value: ({ sealed }) => sealed?.sequence ?? null },
  { header: "Hash", value: ({ sealed }) => sealed?.hash ?? null },
];
