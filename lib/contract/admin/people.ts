import { OPERATORS } from "@/lib/contract/admin/roles";
import { endpoint } from "@/lib/contract/endpoint";
import { PartnerRecordParams } from "@/lib/domain/giving/partner-records/schemas";
import { InvitePortalUser } from "@/lib/domain/giving/partner-team/schemas";
import { Invitation } from "@/lib/domain/invitations/schemas";

/** Admin API: people of partners. */

export const invitePortalUser = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/users",
  id: "invitePortalUser",
  tag: "Partners",
  summary: "Invite somebody to a partner's team",
  description: "By mail; the link works once, for seven days. People may accept while self-service is off.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: InvitePortalUser,
  response: Invitation,
  status: 201,
  errors: ["partner_not_found", "user_exists", "invalid_state_transition"],
});
