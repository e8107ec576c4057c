import { endpoint } from "@/lib/contract/endpoint";
import {
  AdminInvitation,
  AdminMember,
  AdminMemberParams,
  AdminTeam,
  InviteAdmin,
  PatchAdmin,
  RevokeInvitation,
} from "@/lib/domain/admins/schemas";
import { InvitationParams } from "@/lib/domain/invitations/schemas";

/** Admin API: the people who run the platform. */

const SUPERADMINS = ["SUPERADMIN"] as const;

export const listAdminTeam = endpoint({
  method: "GET",
  path: "/api/v1/admin/team",
  id: "listAdminTeam",
  tag: "Team",
  summary: "List administrators and open invitations",
  auth: "admin",
  response: AdminTeam,
  status: 200,
  errors: [],
});

export const inviteAdmin = endpoint({
  method: "POST",
  path: "/api/v1/admin/team/invitations",
  id: "inviteAdmin",
  tag: "Team",
  summary: "Invite an administrator",
  description: "By mail; the link works once, for seven days.",
  auth: "admin",
  roles: SUPERADMINS,
  body: InviteAdmin,
  response: AdminInvitation,
  status: 201,
  errors: ["user_exists"],
});

export const revokeAdminInvitation = endpoint({
  method: "DELETE",
  path: "/api/v1/admin/team/invitations/:invitationId",
  id: "revokeAdminInvitation",
  tag: "Team",
  summary: "Withdraw an invitation",
  auth: "admin",
  roles: SUPERADMINS,
  params: InvitationParams,
  body: RevokeInvitation,
  status: 204,
  errors: ["invitation_not_found", "invalid_state_transition"],
});

export const updateAdmin = endpoint({
  method: "PATCH",
  path: "/api/v1/admin/team/:adminId",
  id: "updateAdmin",
  tag: "Team",
  summary: "Change an administrator",
  description:
    "The role, whether the account is open, or takes the second factor away. A closed account is signed out everywhere at once. Nobody changes themselves, and the last superadmin stays.",
  auth: "admin",
  roles: SUPERADMINS,
  params: AdminMemberParams,
  body: PatchAdmin,
  response: AdminMember,
  status: 200,
  errors: ["member_not_found", "invalid_state_transition"],
});
