import { verifyAdminToken } from "@/lib/domain/admins/admin-token";
import { findSignedInAdmin } from "@/lib/domain/admins/session";
import type { Db } from "@/lib/domain/context";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";
import { fail } from "@/lib/errors";
import { bearerToken } from "@/lib/http/authenticate/bearer";
import { type Caller, type Exchange, NOBODY } from "@/lib/http/exchange";
import { env } from "@/lib/platform/env";

/**
 * Admits a signed-in administrator. The token only names person and session: role and state are read from the rows, so a
 * session that was ended is refused at once. Where a second factor is required, whoever has none enrols one first.
 */
export async function admitByAdminToken(exchange: Exchange, db: Db): Promise<Caller> {
  const named = await verifyAdminToken(bearerToken(exchange), exchange.now);
  const signedIn = await findSignedInAdmin({ db, now: exchange.now }, named);
  if (!signedIn) fail("invalid_token");
  const { admin, hasSecondFactor } = signedIn;
  exchange.identity = { ...NOBODY, adminId: admin.id };
  if (admin.disabledAt) fail("account_disabled");
  if (env().adminTotpRequired && !hasSecondFactor && !exchange.endpoint?.beforeEnrolment) {
    fail("totp_enrolment_required");
  }
  const { address } = exchange.message;
  return {
    ctx: {
      db,
      now: exchange.now,
      requestId: exchange.requestId,
      actor: { type: "admin", adminId: admin.id, role: admin.role, address, sessionId: named.sessionId },
    },
    bucket: `admin:${admin.id}`,
    caps: TIER_CAPS.PROFESSIONAL,
    scopes: "all",
    keyId: null,
    userId: null,
    signature: null,
  };
}
