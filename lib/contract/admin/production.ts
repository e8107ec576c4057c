import { COMPLIANCE } from "@/lib/contract/admin/roles";
import { endpoint } from "@/lib/contract/endpoint";
import { WAITS_FOR_SECOND } from "@/lib/domain/giving/approvals/schemas";
import { GoLive } from "@/lib/domain/giving/go-live/schemas";
import { PartnerRecord, PartnerRecordParams } from "@/lib/domain/giving/partner-records/schemas";
import {
  CutOver,
  SetProductionAccess,
  WaiveGoLiveItem,
  WaiverParams,
} from "@/lib/domain/giving/production-access/schemas";
import {
  AdminCommentOnRequest,
  ProductionReview,
  RequestChanges,
} from "@/lib/domain/giving/production-requests/schemas";

/** Admin API: a partner's way into production. */

export const setProductionAccess = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/production-access",
  id: "setProductionAccess",
  tag: "Production",
  summary: "Decide on production access",
  description:
    "APPROVE and REJECT decide on the open request, REVOKE takes access away. The note is for the partner. Approving needs a second administrator; refusing and revoking take effect at once.",
  auth: "admin",
  roles: COMPLIANCE,
  params: PartnerRecordParams,
  body: SetProductionAccess,
  response: PartnerRecord,
  status: 200,
  alternatives: WAITS_FOR_SECOND,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const cutOver = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/production-access/cutover",
  id: "cutOver",
  tag: "Production",
  summary: "Let a partner go live",
  description:
    "Once every item of the go-live checklist has passed or is waived; otherwise details names what is open. Needs a second administrator.",
  auth: "admin",
  roles: COMPLIANCE,
  params: PartnerRecordParams,
  body: CutOver,
  response: PartnerRecord,
  status: 200,
  alternatives: WAITS_FOR_SECOND,
  errors: ["partner_not_found", "go_live_incomplete", "invalid_state_transition"],
  statuses: { go_live_incomplete: 409 },
});

export const getPartnerGoLive = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/go-live",
  id: "getPartnerGoLive",
  tag: "Production",
  summary: "Read a partner's go-live checklist",
  description: "As the partner sees it, with the evidence.",
  auth: "admin",
  params: PartnerRecordParams,
  response: GoLive,
  status: 200,
  errors: ["partner_not_found"],
});

export const waiveGoLiveItem = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/go-live/:itemId/waiver",
  id: "waiveGoLiveItem",
  tag: "Production",
  summary: "Do without an item of the checklist",
  description: "The partner reads the reason beside the item. Needs a second administrator.",
  auth: "admin",
  roles: COMPLIANCE,
  params: WaiverParams,
  body: WaiveGoLiveItem,
  response: GoLive,
  status: 200,
  alternatives: WAITS_FOR_SECOND,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const getPartnerProductionRequest = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/production-request",
  id: "getPartnerProductionRequest",
  tag: "Production",
  summary: "Read a partner's request for production",
  description: "The last one, with its review; internal comments included. Portico's own addition to the contract.",
  auth: "admin",
  params: PartnerRecordParams,
  response: ProductionReview,
  status: 200,
  errors: ["partner_not_found"],
});

export const commentOnPartnerRequest = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/production-request/comments",
  id: "commentOnPartnerRequest",
  tag: "Production",
  summary: "Comment on a partner's request for production",
  description: "For the partner, or INTERNAL among administrators. Portico's own addition to the contract.",
  auth: "admin",
  roles: COMPLIANCE,
  params: PartnerRecordParams,
  body: AdminCommentOnRequest,
  response: ProductionReview,
  status: 201,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const requestProductionChanges = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/production-request/request-changes",
  id: "requestProductionChanges",
  tag: "Production",
  summary: "Ask a partner to change its request for production",
  description:
    "The request stays open and waits for the partner, who is mailed the comments. Portico's own addition to the contract.",
  auth: "admin",
  roles: COMPLIANCE,
  params: PartnerRecordParams,
  body: RequestChanges,
  response: ProductionReview,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition"],
});
