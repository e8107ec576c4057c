import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { Environment, IsoTime } from "@/lib/domain/shared/schemas";

const keyData = z.object({ keyId: z.string(), name: z.string(), environment: Environment });
const keySample = { keyId: "key_695b9e0d4f1a2b3c4d5e6f70", name: "Checkout backend" };
const keyOfSandbox = { ...keySample, environment: "sandbox" as const };

export const apiKeyCreated = eventType("api_key.created", "A key pair was created.", keyData, keyOfSandbox);

export const apiKeyRotated = eventType(
  "api_key.rotated",
  "A key pair was given a successor. The former pair stays valid until it is revoked.",
  keyData.extend({ rotatedToKeyId: z.string() }),
  { ...keyOfSandbox, rotatedToKeyId: "key_695b9e0d4f1a2b3c4d5e6f7a" },
);

export const apiKeyRevoked = eventType("api_key.revoked", "A key pair was revoked.", keyData, keyOfSandbox);

export const apiKeyExpiring = eventType(
  "api_key.expiring",
  "A key pair will expire: 30, 7 and 1 days before it does.",
  z.object({ keyId: z.string(), name: z.string(), publicKey: z.string(), expiresAt: IsoTime, daysLeft: z.int() }),
  { ...keySample, publicKey: "pk_test_4f0c…", expiresAt: "2026-01-08T00:00:00.000Z", daysLeft: 7 },
);

export const apiKeyExpired = eventType(
  "api_key.expired",
  "A key pair expired and is no longer accepted.",
  keyData,
  keyOfSandbox,
);
