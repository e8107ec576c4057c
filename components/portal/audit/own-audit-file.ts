import { COMMON_AUDIT_FILE } from "@/components/admin/audit/audit-file";
import type { CsvColumn } from "@/components/portal/export/print-csv";
import type { OwnAuditRecord } from "@/lib/domain/audit/schemas";

/** A record in a file: everything of it, and its place in the partner's chain. */
export const OWN_AUDIT_FILE: readonly CsvColumn<OwnAuditRecord>[] = [
  ...COMMON_AUDIT_FILE,
  { header: "Place in chain", value: ({ seal }) => seal?.sequence ?? null },
  { header: "Record hash", value: ({ seal }) => seal?.recordHash ?? null },
  { header: "Previous hash", value: ({ seal }) => seal?.previousHash ?? null },
  { header: "Hash", value: ({ seal }) => seal?.hash ?? null },
];
