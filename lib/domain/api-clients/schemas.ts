import { z } from "zod";
import { API_SCOPES, MINIMUM_SCOPES } from "@/lib/domain/api-clients/scopes";
import { IsoTime, IsoTimeInput } from "@/lib/domain/shared/schemas";

export const OWNER_TYPES = ["provider", "partner", "admin"] as const;
/** `revoked` is final; only `active` clients are served. */
export const CLIENT_STATUSES = ["active", "paused", "revoked"] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];
export const API_KEY_STATUSES = ["active", "revoked"] as const;

export const RATE_LIMIT_DEFAULT = 60;
export const RATE_LIMIT_MAX = 10_000;

/** A program that calls the directory API (contract 1.2). Its keys share scopes, mode and one budget. */
export const ApiClient = z
  .object({
    id: z.string().meta({ example: "api-client-6f1c2a34-9d0b-4c57-8a2e-51f0c7d3b9aa" }),
    name: z.string(),
    ownerType: z.enum(OWNER_TYPES),
    ownerId: z.string().optional(),
    scopes: z.array(z.enum(API_SCOPES)),
    sandboxMode: z.boolean(),
    rateLimitPerMinute: z.int(),
    status: z.enum(CLIENT_STATUSES),
    createdAt: IsoTime,
  })
  .meta({ id: "ApiClient" });
export type ApiClient = z.output<typeof ApiClient>;

/** A key of a client; of its secret only a preview is kept. */
export const ApiKey = z
  .object({
    id: z.string(),
    apiClientId: z.string(),
    name: z.string(),
    keyPreview: z.string().meta({ example: "tsg_live...aB3x" }),
    status: z.enum(API_KEY_STATUSES),
    createdAt: IsoTime,
    expiresAt: IsoTime.optional(),
    lastUsedAt: IsoTime.optional(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.output<typeof ApiKey>;

/** The answer to a key's creation, the only place where its secret is shown. */
export const CreatedApiKey = ApiKey.extend({ secret: z.string() }).meta({ id: "CreatedApiKey" });
export type CreatedApiKey = z.output<typeof CreatedApiKey>;

export const AUDIT_OUTCOMES = ["allowed", "blocked", "rate_limited"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** One attempted call, or one act of an administrator on a client (contract 1.2). */
export const ApiAuditEvent = z
  .object({
    id: z.string(),
    apiClientId: z.string().optional(),
    eventType: z.string(),
    subjectType: z.string().optional(),
    subjectId: z.string().optional(),
    status: z.enum(AUDIT_OUTCOMES),
    requestMetadata: z.record(z.string(), z.unknown()).optional(),
    createdAt: IsoTime,
  })
  .meta({ id: "ApiAuditEvent" });
export type ApiAuditEvent = z.output<typeof ApiAuditEvent>;

const NAME_MAX = 200;

/** A name or a reason as people write it: blanks around it do not count. */
const words = (max: number) => z.string().trim().min(1, "is required").max(max, `must have at most ${max} characters`);

const Scopes = z
  .array(z.enum(API_SCOPES, `must be one of ${API_SCOPES.join(", ")}`))
  .transform((scopes) => API_SCOPES.filter((scope) => scopes.includes(scope)));

const RateLimit = z
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(RATE_LIMIT_MAX, `must be at most ${RATE_LIMIT_MAX}`);

/** Why an administrator does this; kept in the audit record. */
const Why = z.string().trim().min(1).max(500).optional();

export const CreateApiClient = z.object({
  name: words(NAME_MAX),
  ownerType: z.enum(OWNER_TYPES, `must be one of ${OWNER_TYPES.join(", ")}`).default("partner"),
  ownerId: words(NAME_MAX).optional(),
  scopes: Scopes.default([...MINIMUM_SCOPES]),
  sandboxMode: z.literal(true, "must be true: a client goes live by production promotion only").default(true),
  rateLimitPerMinute: RateLimit.default(RATE_LIMIT_DEFAULT),
  reason: Why,
});
export type CreateApiClient = z.output<typeof CreateApiClient>;

export const UpdateApiClient = z.object({
  name: words(NAME_MAX).optional(),
  status: z.enum(CLIENT_STATUSES, `must be one of ${CLIENT_STATUSES.join(", ")}`).optional(),
  scopes: Scopes.optional(),
  rateLimitPerMinute: RateLimit.optional(),
  reason: Why,
});
export type UpdateApiClient = z.output<typeof UpdateApiClient>;

export const CreateApiKey = z.object({ name: words(NAME_MAX), expiresAt: IsoTimeInput.optional(), reason: Why });
export type CreateApiKey = z.output<typeof CreateApiKey>;

export const RevokeApiKey = z.object({ reason: Why, actorId: z.string().max(NAME_MAX).optional() });
export type RevokeApiKey = z.output<typeof RevokeApiKey>;

export const ClientParams = z.object({ id: z.string() });
export const ClientKeyParams = z.object({ id: z.string(), keyId: z.string() });
