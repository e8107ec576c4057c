import { COMPLIANCE, OPERATORS } from "@/lib/contract/admin/roles";
import { endpoint } from "@/lib/contract/endpoint";
import { EventNames } from "@/lib/contract/webhook-events";
import {
  PartnerPersonList,
  PartnerWebhookList,
  PatchPartner,
  RegisterWebhook,
  SetActionTypes,
  SetCompliance,
  SetFeatures,
  SetIpAllowlist,
  SetStakeholderTypes,
  SetTier,
} from "@/lib/domain/giving/partner-administration/schemas";
import { DryRunQuery, PartnerRecord, PartnerRecordParams } from "@/lib/domain/giving/partner-records/schemas";
import { PageQuery } from "@/lib/domain/shared/schemas";
import { CreatedWebhook } from "@/lib/domain/webhooks/schemas";

/** Admin API: what administrators set on a partner's record, its webhooks and its people. */

const DESCRIBERS = ["OPERATOR", "COMPLIANCE", "SUPERADMIN"] as const;

export const updatePartner = endpoint({
  method: "PATCH",
  path: "/api/v1/admin/partners/:id",
  id: "updatePartner",
  tag: "Partners",
  summary: "Change what describes a partner",
  description: "What is left out stays as it is. The slug never changes: links carry it.",
  auth: "admin",
  roles: DESCRIBERS,
  params: PartnerRecordParams,
  body: PatchPartner,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition", "currency_not_supported"],
});

export const setTier = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/tier",
  id: "setTier",
  tag: "Partners",
  summary: "Put a partner into another tier",
  description:
    "Takes effect before the answer. The windows that run keep their counts. `dryRun=true` answers what would be, with its effect on the last seven days of traffic, and changes nothing.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  query: DryRunQuery,
  body: SetTier,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const setCompliance = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/compliance",
  id: "setCompliance",
  tag: "Partners",
  summary: "Record contract, acceptable use and KYB",
  description:
    "What is left out stays as it is; null takes back what was entered by mistake. `kyb.verifiedAt` is now unless given.",
  auth: "admin",
  roles: COMPLIANCE,
  params: PartnerRecordParams,
  body: SetCompliance,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const setFeatures = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/features",
  id: "setFeatures",
  tag: "Partners",
  summary: "Switch a partner's features",
  description: "Exactly those named are on, from the next request on.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: SetFeatures,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const setIpAllowlist = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/ip-allowlist",
  id: "setIpAllowlist",
  tag: "Partners",
  summary: "Say from where a partner's signed requests may come",
  description:
    "From anywhere, if the list is empty. Takes effect before the answer. `dryRun=true` answers what would be, with its effect on the last seven days of traffic, and changes nothing.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  query: DryRunQuery,
  body: SetIpAllowlist,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition"],
});

const IN_USE =
  "A type that is in use cannot be removed: 409 INVALID_STATE_TRANSITION, whose details name it and where it is used.";

export const setActionTypes = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/action-types",
  id: "setActionTypes",
  tag: "Partners",
  summary: "Register a partner's action types",
  description: `${IN_USE} In use is what a campaign that is not over, an open token pool, or an action of the last 30 days names; DONATION while the feature DONATIONS is on.`,
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: SetActionTypes,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const setStakeholderTypes = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/stakeholder-types",
  id: "setStakeholderTypes",
  tag: "Partners",
  summary: "Register a partner's stakeholder types",
  description: `${IN_USE} In use is what the splits of a campaign that is not over, or a reward of the last 30 days name; DONOR while the feature DONATIONS is on.`,
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: SetStakeholderTypes,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition"],
});

export const registerWebhook = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/webhooks",
  id: "registerWebhook",
  tag: "Partners",
  summary: "Register a webhook for a partner",
  description:
    "The one of the intake, unless a URL is named; for every event, unless some are. The only answer that shows the signing secret. A live one needs approved production access.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: RegisterWebhook.extend({ eventTypes: EventNames.default([]) }),
  response: CreatedWebhook,
  status: 201,
  errors: [
    "partner_not_found",
    "production_not_approved",
    "invalid_state_transition",
    "webhook_limit_reached",
    "webhook_url_not_allowed",
  ],
});

export const listPartnerWebhooks = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/webhooks",
  id: "listPartnerWebhooks",
  tag: "Partners",
  summary: "List a partner's webhooks",
  description: "Of both environments, each with how its receiver did in the last 24 hours. An addition of ours.",
  auth: "admin",
  params: PartnerRecordParams,
  response: PartnerWebhookList,
  status: 200,
  errors: ["partner_not_found"],
});

export const listPartnerPeople = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/users",
  id: "listPartnerPeople",
  tag: "Partners",
  summary: "List who signs in for a partner",
  description: "The people of its portal, in the order in which they came. An addition of ours.",
  auth: "admin",
  params: PartnerRecordParams,
  query: PageQuery,
  response: PartnerPersonList,
  status: 200,
  errors: ["partner_not_found"],
});
