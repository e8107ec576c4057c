import { endpoint } from "@/lib/contract/endpoint";
import { AuditRecordList, ListAllAuditQuery } from "@/lib/domain/audit/schemas";

/** Admin API: the audit of everything. */

export const listAudit = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/audit",
  id: "listAudit",
  tag: "Audit",
  summary: "List what was done to anything",
  description:
    "Latest first. `from` counts, `to` does not. `sealed` is a record's place in its chain and the hash of all up to it; null until the job has linked it, about a minute.",
  auth: "admin",
  query: ListAllAuditQuery,
  response: AuditRecordList,
  status: 200,
  errors: [],
});
