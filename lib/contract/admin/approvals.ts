import { z } from "zod";
import { endpoint } from "@/lib/contract/endpoint";
import { Approval, ApprovalParams, DecideApproval, Waiting } from "@/lib/domain/giving/approvals/schemas";
import { GoLive } from "@/lib/domain/giving/go-live/schemas";
import { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { PoolRequest, TokenPool } from "@/lib/domain/giving/token-pools/schemas";

/** Admin API: what waits for a decision, and the second pair of eyes. */

/** Those whose writes may need a second one of them; each decides on what their own role could have asked for. */
const DECIDERS = ["COMPLIANCE", "OPERATOR", "SUPERADMIN"] as const;

export const listWaiting = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/approvals",
  id: "listWaiting",
  tag: "Approvals",
  summary: "List what waits for a decision",
  description:
    "Inquiries, requests for production and for tokens, and writes that wait for a second administrator; longest first, at most a hundred of each.",
  auth: "admin",
  response: Waiting,
  status: 200,
  errors: [],
});

export const approveApproval = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/approvals/:approvalId/approve",
  id: "approveApproval",
  tag: "Approvals",
  summary: "Approve as the second administrator",
  description:
    "Carries the write out, exactly as it was asked for, and answers what the write answers. Refused for who asked, without the role the write needs, after 72 hours, and when what would change or what it rests on is no longer what it was.",
  auth: "admin",
  roles: DECIDERS,
  params: ApprovalParams,
  body: DecideApproval,
  response: z.union([PartnerRecord, GoLive, TokenPool, PoolRequest]),
  status: 200,
  errors: [
    "approval_not_found",
    "partner_not_found",
    "pool_not_found",
    "pool_request_not_found",
    "production_not_approved",
    "pool_not_active",
    "idempotency_key_reused",
    "go_live_incomplete",
    "invalid_state_transition",
  ],
  statuses: { go_live_incomplete: 409 },
});

export const rejectApproval = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/approvals/:approvalId/reject",
  id: "rejectApproval",
  tag: "Approvals",
  summary: "Decline as the second administrator",
  description: "Nothing is changed. Refused for who asked, and once it is decided or has run out.",
  auth: "admin",
  roles: DECIDERS,
  params: ApprovalParams,
  body: DecideApproval,
  response: Approval,
  status: 200,
  errors: ["approval_not_found", "invalid_state_transition"],
});
