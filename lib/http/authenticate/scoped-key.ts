import {
  type ClientCredential,
  findClient,
  isKnownClientKey,
  peekClient,
} from "@/lib/domain/api-clients/client-credential";
import { CLIENT_KEY_FORMAT } from "@/lib/domain/api-clients/client-key-secret";
import type { ClientCtx, Db } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { type Caller, type Exchange, NOBODY } from "@/lib/http/exchange";
import { isBlocked } from "@/lib/http/limits/charge";
import { UNLIMITED } from "@/lib/http/limits/limit-store";

const BEARER = /^bearer\s+(.*)$/i;

/** The secret as either header carries it; the API's own header wins where it has one in it (contract 1.1). */
function presentedKey({ message }: Exchange): string {
  const own = message.header("x-senior-guru-api-key")?.trim();
  return own || (BEARER.exec(message.header("authorization") ?? "")?.[1] ?? "").trim();
}

async function findPresented(exchange: Exchange, db: Db, presented: string): Promise<ClientCredential> {
  // An address that guesses keys must not reach the database; keys in use keep working from it.
  const isGuess = !CLIENT_KEY_FORMAT.test(presented) || (isBlocked(exchange) && !isKnownClientKey(presented));
  const found = isGuess ? null : await findClient(db, presented);
  return found ?? fail("invalid_api_key", { message: "This API key is not valid." });
}

/**
 * Admits a request by its scoped key, in the contract's order (1.4): key present, key good, client active, scope held. The
 * client is known to the exchange from the second check on; its budget follows in the pipeline.
 */
export async function admitByScopedKey(exchange: Exchange, db: Db): Promise<Caller> {
  const presented = presentedKey(exchange);
  if (!presented) fail("missing_api_key");
  const { key, client, isOwnerActive } = peekClient(presented) ?? (await findPresented(exchange, db, presented));
  const isGood = key.isActive && !(key.expiresAt && key.expiresAt <= exchange.now);
  if (!isGood) fail("invalid_api_key", { message: "This API key is not valid." });
  exchange.client = client;
  exchange.identity = { ...NOBODY, partnerId: client.partnerId, keyId: key.id };
  if (client.status !== "active" || !isOwnerActive) fail("client_inactive");
  const { apiScope } = exchange.endpoint!;
  if (apiScope && !client.scopes.includes(apiScope)) {
    fail("missing_scope", { message: `This call needs the scope ${apiScope}, which the API client lacks.` });
  }
  const { address } = exchange.message;
  const ctx: ClientCtx = {
    db,
    now: exchange.now,
    requestId: exchange.requestId,
    actor: { type: "client", apiClientId: client.id, keyId: key.id, address },
    client,
  };
  return {
    ctx,
    bucket: `client:${client.id}`,
    caps: { hour: UNLIMITED, minute: client.rateLimitPerMinute, minuteFromFirstCall: true },
    scopes: "all",
    keyId: key.id,
    userId: null,
    signature: null,
  };
}
