import { endpoint } from "@/lib/contract/endpoint";
import { AuditRecordList, ListAuditRecordsQuery } from "@/lib/domain/audit/schemas";
import {
  DryRunQuery,
  ListPartnersQuery,
  PartnerRecord,
  PartnerRecordParams,
  PartnerSummaryList,
  SetPartnerStatus,
} from "@/lib/domain/giving/partner-records/schemas";

/** Admin API: partner records. */

export const listPartners = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners",
  id: "listPartners",
  tag: "Partners",
  summary: "List partners",
  auth: "admin",
  query: ListPartnersQuery,
  response: PartnerSummaryList,
  status: 200,
  errors: [],
});

export const getPartner = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id",
  id: "getPartner",
  tag: "Partners",
  summary: "Read a partner's full record",
  auth: "admin",
  params: PartnerRecordParams,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found"],
});

export const setPartnerStatus = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/status",
  id: "setPartnerStatus",
  tag: "Partners",
  summary: "Move a partner to another status",
  description:
    "Takes effect before the answer: no request that starts after it is served by the former status. TERMINATED is final and revokes every key. A first activation needs contract, acceptable use, KYB, a key and a pool, also of a partner that was INACTIVE meanwhile; one that was active before comes back without. `dryRun=true` answers what would be, with its effect on the last seven days of traffic, and changes nothing.",
  auth: "admin",
  roles: ["COMPLIANCE", "SUPERADMIN"],
  params: PartnerRecordParams,
  query: DryRunQuery,
  body: SetPartnerStatus,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition", "activation_preconditions_unmet"],
});

export const listPartnerAudit = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/audit",
  id: "listPartnerAudit",
  tag: "Partners",
  summary: "List what was done to a partner",
  auth: "admin",
  params: PartnerRecordParams,
  query: ListAuditRecordsQuery,
  response: AuditRecordList,
  status: 200,
  errors: ["partner_not_found"],
});
