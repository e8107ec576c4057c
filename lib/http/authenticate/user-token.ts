import type { Endpoint } from "@/lib/contract/endpoint";
import { findUser, type UserSnapshot } from "@/lib/domain/accounts/load-user";
import { verifyUserToken } from "@/lib/domain/accounts/user-token";
import type { Db } from "@/lib/domain/context";
import { scopesOfRole } from "@/lib/domain/keys/scopes";
import { findPartner } from "@/lib/domain/partners/load-partner";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";
import { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";
import { bearerToken } from "@/lib/http/authenticate/bearer";
import { requireActive } from "@/lib/http/authenticate/partner-key";
import { type Caller, type Exchange, NOBODY } from "@/lib/http/exchange";

async function userOf(exchange: Exchange, db: Db): Promise<UserSnapshot> {
  const user = await findUser(db, await verifyUserToken(bearerToken(exchange), exchange.now));
  if (!user) fail("invalid_token");
  return user;
}

function environmentOf(exchange: Exchange): Environment {
  const named = exchange.message.header("x-partner-environment") ?? "sandbox";
  const parsed = Environment.safeParse(named);
  if (parsed.success) return parsed.data;
  fail("validation_error", {
    details: [{ field: "X-Partner-Environment", issue: "must be sandbox or production" }],
  });
}

/** Admits a signed-in person. The token only names the user: role, partner and status are read from the rows. */
export async function admitByToken(exchange: Exchange, endpoint: Endpoint, db: Db): Promise<Caller> {
  const user = await userOf(exchange, db);
  exchange.identity = { ...NOBODY, partnerId: user.partnerId, userId: user.id };
  if (user.disabledAt) fail("account_disabled");
  const partner = user.partnerId ? await findPartner(db, user.partnerId) : null;
  if (partner?.status === "TERMINATED") fail("account_disabled");
  const environment = environmentOf(exchange);
  exchange.identity = { ...exchange.identity, environment };
  if (partner && !endpoint.anyStatus) requireActive(partner.status);
  return {
    ctx: {
      db,
      now: exchange.now,
      requestId: exchange.requestId,
      actor: { type: "user", userId: user.id, role: user.role, address: exchange.message.address },
      partner,
      environment,
    },
    bucket: `user:${user.id}`,
    caps: TIER_CAPS.STANDARD,
    scopes: scopesOfRole(user.role, environment),
    keyId: null,
    userId: user.id,
    signature: null,
  };
}
