import { OPERATORS } from "@/lib/contract/admin/roles";
import { endpoint } from "@/lib/contract/endpoint";
import {
  AdminKeyParams,
  CreatePartnerKey,
  PartnerKey,
  PartnerKeyList,
  PatchPartnerKey,
  RevokePartnerKey,
  RotateKey,
  ScheduleKeyEnd,
} from "@/lib/domain/giving/key-administration/schemas";
import { DryRunQuery, PartnerRecordParams } from "@/lib/domain/giving/partner-records/schemas";
import { CreatedKey } from "@/lib/domain/keys/schemas";

/** Admin API: partners' key pairs. */

export const createPartnerKey = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/keys",
  id: "createPartnerKey",
  tag: "Keys",
  summary: "Create a key pair for a partner",
  description:
    "Also for a partner that still waits for approval. The answer is the only place where secretKey and hmacSecret ever appear. A live key needs approved production access.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: CreatePartnerKey,
  response: CreatedKey,
  status: 201,
  errors: ["partner_not_found", "production_not_approved", "key_limit_reached", "invalid_state_transition"],
});

export const listPartnerKeys = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/keys",
  id: "listPartnerKeys",
  tag: "Keys",
  summary: "List a partner's key pairs and what they carry",
  description: "Of both environments, newest first, each with its calls of the last hour and the last one of all.",
  auth: "admin",
  params: PartnerRecordParams,
  response: PartnerKeyList,
  status: 200,
  errors: ["partner_not_found"],
});

export const updatePartnerKey = endpoint({
  method: "PATCH",
  path: "/api/v1/admin/partners/:id/keys/:keyId",
  id: "updatePartnerKey",
  tag: "Keys",
  summary: "Change a key pair",
  description:
    "Name, expiry, scopes, allow-list, or whether it is active. Takes effect before the answer. `dryRun=true` answers what would be, for an allow-list and for switching off with its effect on the last seven days of traffic, and changes nothing.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminKeyParams,
  query: DryRunQuery,
  body: PatchPartnerKey,
  response: PartnerKey,
  status: 200,
  errors: ["partner_not_found", "api_key_not_found", "key_limit_reached", "invalid_state_transition"],
});

export const rotateKey = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/keys/:keyId/rotate",
  id: "rotateKey",
  tag: "Keys",
  summary: "Give a key pair a successor",
  description:
    "With the same environment, kind, scopes and allow-list. The former pair stays valid until it is revoked; several rotations may overlap. The answer is the only place where the new secrets ever appear.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminKeyParams,
  body: RotateKey,
  response: CreatedKey,
  status: 201,
  errors: [
    "partner_not_found",
    "api_key_not_found",
    "production_not_approved",
    "key_limit_reached",
    "invalid_state_transition",
  ],
});

export const revokePartnerKey = endpoint({
  method: "DELETE",
  path: "/api/v1/admin/partners/:id/keys/:keyId",
  id: "revokePartnerKey",
  tag: "Keys",
  summary: "Revoke a key pair",
  description:
    "For good, and before the answer: no request that starts after it is served. The reason comes in the body or as `?reason=`. Repeating it changes nothing.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminKeyParams,
  query: DryRunQuery,
  body: RevokePartnerKey,
  status: 204,
  alternatives: {
    200: {
      description:
        "With `dryRun=true`: the pair as it would be, with the effect on the last seven days of traffic. Nothing is changed.",
      response: PartnerKey,
    },
  },
  errors: ["partner_not_found", "api_key_not_found", "invalid_state_transition"],
});

export const schedulePartnerKeyEnd = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/keys/:keyId/schedule-end",
  id: "schedulePartnerKeyEnd",
  tag: "Keys",
  summary: "Have a rotated key pair revoked once it is quiet",
  description:
    "Beyond the contract. The pair is revoked when no call was served on it for quietHours, counted from now at the earliest, as long as its successor works. Asked again with other hours, it counts anew.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminKeyParams,
  body: ScheduleKeyEnd,
  response: PartnerKey,
  status: 200,
  errors: ["partner_not_found", "api_key_not_found", "invalid_state_transition"],
});

export const cancelPartnerKeyEnd = endpoint({
  method: "DELETE",
  path: "/api/v1/admin/partners/:id/keys/:keyId/schedule-end",
  id: "cancelPartnerKeyEnd",
  tag: "Keys",
  summary: "Take a scheduled end back",
  description: "Beyond the contract. The reason comes in the body or as `?reason=`. Repeating it changes nothing.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminKeyParams,
  body: RevokePartnerKey,
  status: 204,
  errors: ["partner_not_found", "api_key_not_found", "invalid_state_transition"],
});
