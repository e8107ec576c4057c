import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";
import { CreateKey, KEY_CHANGES, Key } from "@/lib/domain/keys/schemas";
import { SCOPES } from "@/lib/domain/keys/scopes";
import { IsoTime, IsoTimeInput, text } from "@/lib/domain/shared/schemas";

export const AdminKeyParams = z.strictObject({ id: z.string().max(64), keyId: z.string().max(64) });

export const CreatePartnerKey = CreateKey.extend({ reason: Reason });
export type CreatePartnerKey = z.output<typeof CreatePartnerKey>;

export const PatchPartnerKey = z
  .strictObject({ ...KEY_CHANGES, scopes: z.array(z.enum(SCOPES)).min(1).optional(), reason: Reason })
  .refine((patch) => Object.keys(patch).length > 1, "must name at least one field to change");
export type PatchPartnerKey = z.output<typeof PatchPartnerKey>;

/** The successor's name is the former pair's unless given; it does not expire unless an expiry is given. */
export const RotateKey = z.strictObject({
  name: text(1, 80).optional(),
  expiresAt: IsoTimeInput.optional(),
  reason: Reason,
});
export type RotateKey = z.output<typeof RotateKey>;

export const RevokePartnerKey = z.strictObject({ reason: Reason });
export type RevokePartnerKey = z.output<typeof RevokePartnerKey>;

export const QUIET_HOURS_MAX = 168;

export const ScheduleKeyEnd = z.strictObject({
  quietHours: z.int().min(1).max(QUIET_HOURS_MAX).meta({ example: 24 }),
  reason: Reason,
});
export type ScheduleKeyEnd = z.output<typeof ScheduleKeyEnd>;

/** Calls that were let in. The last one is null where none is kept any more: rows go after 90 days. */
export const KeyTraffic = z.object({
  callsLastHour: z.int(),
  lastCall: z.object({ at: IsoTime, address: z.string(), userAgent: z.string().nullable() }).nullable(),
});
export type KeyTraffic = z.output<typeof KeyTraffic>;

/** `quietUntil` is when the pair is revoked if no further call is served on it. */
export const KeyEnding = z.object({
  quietHours: z.int(),
  scheduledAt: IsoTime,
  scheduledBy: z.string(),
  quietUntil: IsoTime,
});
export type KeyEnding = z.output<typeof KeyEnding>;

/** A key pair as administrators see it. */
export const PartnerKey = Key.extend({
  traffic: KeyTraffic,
  ending: KeyEnding.nullable(),
  /** Present on the answer to a rehearsal: nothing was changed. */
  dryRun: z.literal(true).optional(),
  blastRadius: BlastRadius.optional(),
}).meta({ id: "PartnerKey" });
export type PartnerKey = z.output<typeof PartnerKey>;

export const PartnerKeyList = z.object({ data: z.array(PartnerKey) });
export type PartnerKeyList = z.output<typeof PartnerKeyList>;
