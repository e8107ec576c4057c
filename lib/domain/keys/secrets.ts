import type { Environment } from "@/lib/domain/shared/schemas";
import { newSecretHex } from "@/lib/platform/ids";

const MODE: Record<Environment, "test" | "live"> = { sandbox: "test", production: "live" };

export const KEY_FORMAT = /^(pk|sk)_(test|live)_[0-9a-f]{64}$/;

export const newPublicKey = (environment: Environment) => `pk_${MODE[environment]}_${newSecretHex()}`;
export const newSecretKey = (environment: Environment) => `sk_${MODE[environment]}_${newSecretHex()}`;

/** Binds an encrypted HMAC secret to its row. */
export const hmacSecretPurpose = (keyId: string) => `api_keys:${keyId}:hmac_secret`;
