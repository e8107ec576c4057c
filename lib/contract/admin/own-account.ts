import { z } from "zod";
import { endpoint } from "@/lib/contract/endpoint";
import {
  AcceptAdminInvitation,
  Admin,
  AdminInvitationOffer,
  AdminSessionList,
  ConfirmTotp,
  RecoveryCodes,
  RemoveTotp,
  SessionParams,
  TotpEnrolment,
} from "@/lib/domain/admins/schemas";
import { InvitationToken } from "@/lib/domain/invitations/schemas";

/** Admin API: the own account. Its second factor, its sessions, and how it comes to be. */

export const readInvitation = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/read-invitation",
  id: "readAdminInvitation",
  tag: "Sign-in",
  summary: "Read an invitation",
  description: "What the link of an invitation mail offers. The token stands in the body, as paths end up in logs.",
  auth: "none",
  addressLimitPerHour: 60,
  body: InvitationToken,
  response: AdminInvitationOffer,
  status: 200,
  errors: ["invitation_not_found"],
});

export const acceptInvitation = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/accept-invitation",
  id: "acceptAdminInvitation",
  tag: "Sign-in",
  summary: "Accept an invitation",
  description: "Opens the account, once. Sign in with it afterwards.",
  auth: "none",
  addressLimitPerHour: 30,
  body: AcceptAdminInvitation,
  response: z.object({ admin: Admin }),
  status: 201,
  errors: ["invitation_not_found", "user_exists"],
});

export const beginTotp = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/totp",
  id: "beginTotp",
  tag: "Sign-in",
  summary: "Begin to enrol a second factor",
  description: "Answers a secret for an authenticator app. It is asked for once a code of it was confirmed.",
  auth: "admin",
  beforeEnrolment: true,
  response: TotpEnrolment,
  status: 201,
  errors: ["invalid_state_transition"],
});

export const confirmTotp = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/totp/confirm",
  id: "confirmTotp",
  tag: "Sign-in",
  summary: "Make the second factor active",
  description: "Answers ten recovery codes, which are shown once. The code that confirms is used up by it.",
  auth: "admin",
  beforeEnrolment: true,
  body: ConfirmTotp,
  response: RecoveryCodes,
  status: 200,
  errors: ["invalid_state_transition"],
});

export const removeTotp = endpoint({
  method: "DELETE",
  path: "/api/v1/admin/auth/totp",
  id: "removeTotp",
  tag: "Sign-in",
  summary: "Remove the second factor",
  description: "For a code of it, a recovery code or the password. Failures count as failed sign-ins do.",
  auth: "admin",
  beforeEnrolment: true,
  body: RemoveTotp,
  status: 204,
  errors: ["invalid_state_transition", "invalid_credentials"],
});

export const listSessions = endpoint({
  method: "GET",
  path: "/api/v1/admin/auth/sessions",
  id: "listSessions",
  tag: "Sign-in",
  summary: "List where you are signed in",
  auth: "admin",
  beforeEnrolment: true,
  response: AdminSessionList,
  status: 200,
  errors: [],
});

export const endSession = endpoint({
  method: "DELETE",
  path: "/api/v1/admin/auth/sessions/:sessionId",
  id: "endSession",
  tag: "Sign-in",
  summary: "End a session",
  description: "At once: no request that starts after the answer is served by it, whatever token it carries.",
  auth: "admin",
  beforeEnrolment: true,
  params: SessionParams,
  status: 204,
  errors: ["session_not_found"],
});
