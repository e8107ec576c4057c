import { verifyAdminToken } from "@/lib/domain/admins/admin-token";
import { findAdmin } from "@/lib/domain/admins/load-admin";
import type { Db } from "@/lib/domain/context";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";
import { fail } from "@/lib/errors";
import { bearerToken } from "@/lib/http/authenticate/bearer";
import { type Caller, type Exchange, NOBODY } from "@/lib/http/exchange";

/** Admits a signed-in administrator. The token only names the person: role and state are read from the row. */
export async function admitByAdminToken(exchange: Exchange, db: Db): Promise<Caller> {
  const admin = await findAdmin(db, await verifyAdminToken(bearerToken(exchange), exchange.now));
  if (!admin) fail("invalid_token");
  exchange.identity = { ...NOBODY, adminId: admin.id };
  if (admin.disabledAt) fail("account_disabled");
  const { address } = exchange.message;
  return {
    ctx: {
      db,
      now: exchange.now,
      requestId: exchange.requestId,
      actor: { type: "admin", adminId: admin.id, role: admin.role, address },
    },
    bucket: `admin:${admin.id}`,
    caps: TIER_CAPS.PROFESSIONAL,
    scopes: "all",
    keyId: null,
    userId: null,
    signature: null,
  };
}
