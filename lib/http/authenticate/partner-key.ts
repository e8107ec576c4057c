import type { Endpoint } from "@/lib/contract/endpoint";
import type { Db } from "@/lib/domain/context";
import { type Credential, findCredential, isKnownKey, peekCredential } from "@/lib/domain/keys/credential";
import { PUBLISHABLE_SCOPES, type Scope } from "@/lib/domain/keys/scopes";
import { KEY_FORMAT } from "@/lib/domain/keys/secrets";
import { type PartnerStatus, TIER_CAPS } from "@/lib/domain/partners/statuses";
import { fail } from "@/lib/errors";
import { requireSignature } from "@/lib/http/authenticate/signature";
import type { Caller, Exchange } from "@/lib/http/exchange";
import { isBlocked } from "@/lib/http/limits/charge";
import { readBodyOnce } from "@/lib/http/read-body";
import { isOnList } from "@/lib/platform/address-list";

/** Fails unless the partner is served: suspended partners hear that, all others that they are not active. */
export function requireActive(status: PartnerStatus): void {
  if (status === "ACTIVE") return;
  fail(status === "SUSPENDED" ? "partner_suspended" : "partner_not_active");
}

/** What an unsigned publishable key may do: the four public powers. */
const PUBLIC_SCOPES = PUBLISHABLE_SCOPES.slice(0, 4);

function scopesOf(key: Credential["key"], isPublishable: boolean, isSigned: boolean): readonly Scope[] {
  if (!isPublishable) return key.scopes;
  const possible = isSigned ? PUBLISHABLE_SCOPES : PUBLIC_SCOPES;
  return key.scopes.filter((scope) => possible.includes(scope));
}

function requireValidKey(exchange: Exchange, key: Credential["key"]): void {
  if (!key.isActive) fail("api_key_revoked");
  if (key.expiresAt && key.expiresAt <= exchange.now) fail("api_key_expired");
}

function requireAllowedPlace(exchange: Exchange, { key, partner }: Credential, isSigned: boolean): void {
  const { address } = exchange.message;
  if (isSigned && !(isOnList(partner.ipAllowlist, address) && isOnList(key.ipAllowlist, address))) {
    fail("ip_not_allowed");
  }
  const origin = exchange.endpoint?.auth === "widget" ? exchange.message.header("origin") : undefined;
  if (origin && partner.allowedOrigins.length > 0 && !partner.allowedOrigins.includes(origin)) {
    fail("origin_not_allowed");
  }
}

async function findPresented(exchange: Exchange, db: Db, presented: string): Promise<Credential> {
  if (!KEY_FORMAT.test(presented)) fail("invalid_api_key");
  // An address that guesses keys must not reach the database; keys in use keep working from it.
  if (isBlocked(exchange) && !isKnownKey(presented)) fail("invalid_api_key");
  const credential = await findCredential(db, presented);
  if (!credential) fail("invalid_api_key");
  return credential;
}

/**
 * Admits a request by its partner key, checking in the contract's order (3.2, steps 1 to 9): key, state, place, partner,
 * kind of key, signature. Production access, features, scopes and limits follow in the pipeline.
 */
export async function admitByKey(exchange: Exchange, endpoint: Endpoint, db: Db): Promise<Caller> {
  const { header } = exchange.message;
  const presented = header("x-partner-key");
  if (!presented) fail("missing_partner_key");
  const credential = peekCredential(presented) ?? (await findPresented(exchange, db, presented));
  const { key, partner } = credential;
  const isPublishable = presented.startsWith("pk_");
  exchange.identity = {
    partnerId: partner.id,
    environment: key.environment,
    keyId: key.id,
    keyClass: isPublishable ? "pk" : "sk",
    userId: null,
    adminId: null,
  };
  exchange.isLegacyKey = key.legacyHmac;
  const isSigned = endpoint.auth !== "widget" || !isPublishable || header("x-signature") !== undefined;
  requireValidKey(exchange, key);
  requireAllowedPlace(exchange, credential, isSigned);
  requireActive(partner.status);
  if (endpoint.auth === "signed-secret" && isPublishable) fail("secret_key_required");
  // A legacy pair has no HMAC secret of its own: its secret key, just proven by its hash, signs.
  const hmacSecret = key.legacyHmac && !isPublishable ? presented : key.hmacSecret;
  const signature = isSigned ? await requireSignature(exchange, hmacSecret, () => readBodyOnce(exchange)) : null;
  return {
    ctx: {
      db,
      now: exchange.now,
      requestId: exchange.requestId,
      actor: { type: "key", keyId: key.id, address: exchange.message.address },
      partner,
      environment: key.environment,
    },
    bucket: `${partner.id}:${key.environment}:${isPublishable ? "pk" : "sk"}`,
    caps: TIER_CAPS[partner.tier],
    scopes: scopesOf(key, isPublishable, isSigned),
    keyId: key.id,
    userId: null,
    signature,
  };
}
