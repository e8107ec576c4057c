import { z } from "zod";
import { SCOPES } from "@/lib/domain/keys/scopes";
import { Environment, IsoTime, IsoTimeInput, ObjectId, text } from "@/lib/domain/shared/schemas";

export const KEY_TYPES = ["secret", "publishable"] as const;

export const KeyId = z
  .string()
  .regex(/^key_[0-9a-f]{24}$/)
  .meta({ example: "key_695b9e0d4f1a2b3c4d5e6f70" });

/** One IPv4 or IPv6 range in CIDR notation; a bare address means just that address. */
export const Cidr = z
  .union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], "must be an IPv4 or IPv6 address or CIDR range")
  .meta({ example: "203.0.113.0/24" });

const expiresAt = IsoTimeInput;

export const CreateKey = z.strictObject({
  name: text(1, 80).meta({ example: "Checkout backend" }),
  environment: Environment,
  keyType: z.enum(KEY_TYPES).default("secret"),
  expiresAt: expiresAt.optional(),
  ipAllowlist: z.array(Cidr).max(50).optional(),
  scopes: z.array(z.enum(SCOPES)).min(1).optional(),
});
export type CreateKey = z.output<typeof CreateKey>;

/** What can be changed of a pair by the partner itself. */
export const KEY_CHANGES = {
  name: text(1, 80).optional(),
  isActive: z.boolean().optional(),
  expiresAt: expiresAt.nullable().optional(),
  ipAllowlist: z.array(Cidr).max(50).optional(),
};

export const PatchKey = z
  .strictObject(KEY_CHANGES)
  .refine((patch) => Object.keys(patch).length > 0, "must name at least one field to change");
export type PatchKey = z.output<typeof PatchKey>;

/** A key pair as lists show it: never a secret, only the secret key's last four characters. */
export const Key = z
  .object({
    id: KeyId,
    partnerId: ObjectId,
    name: z.string(),
    environment: Environment,
    keyType: z.enum(KEY_TYPES),
    publicKey: z.string(),
    secretKeyLast4: z.string().nullable(),
    scopes: z.array(z.enum(SCOPES)),
    ipAllowlist: z.array(z.string()),
    isActive: z.boolean(),
    expiresAt: IsoTime.nullable(),
    lastUsedAt: IsoTime.nullable(),
    revokedAt: IsoTime.nullable(),
    rotatedFromKeyId: KeyId.nullable(),
    rotatedToKeyId: KeyId.nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "Key" });
export type Key = z.output<typeof Key>;

/** The only answer in which `secretKey` and `hmacSecret` ever appear. */
export const CreatedKey = z
  .object({
    id: KeyId,
    partnerId: ObjectId,
    name: z.string(),
    environment: Environment,
    publicKey: z.string(),
    secretKey: z.string().nullable(),
    hmacSecret: z.string().nullable(),
    keyType: z.enum(KEY_TYPES),
    scopes: z.array(z.enum(SCOPES)),
    expiresAt: IsoTime.nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "CreatedKey" });
export type CreatedKey = z.output<typeof CreatedKey>;

/** Null when no such call came within seven days. */
export const LastSignedCall = z
  .object({
    call: z
      .object({ requestId: z.string(), method: z.string(), route: z.string(), status: z.int(), at: IsoTime })
      .nullable(),
  })
  .meta({ id: "LastSignedCall" });
export type LastSignedCall = z.output<typeof LastSignedCall>;

export const KeyList = z.object({ data: z.array(Key) });
export type KeyList = z.output<typeof KeyList>;
