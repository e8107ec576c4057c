import { z } from "zod";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";
import { IsoTime } from "@/lib/domain/shared/schemas";

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
