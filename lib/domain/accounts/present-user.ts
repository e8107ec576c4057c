import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { apiKeys } from "@/db/schema/keys";
import type { UserSnapshot } from "@/lib/domain/accounts/load-user";
import type { Me, PortalUser } from "@/lib/domain/accounts/schemas";
import { permissionsOf } from "@/lib/domain/keys/scopes";
import { findPartner } from "@/lib/domain/partners/load-partner";
import { presentPartner } from "@/lib/domain/partners/present-partner";
import type { Environment } from "@/lib/domain/shared/schemas";

type UserFacts = Pick<UserSnapshot, "id" | "email" | "firstName" | "lastName" | "role" | "partnerId">;

export function presentUser(user: UserFacts): PortalUser {
  return {
    id: user.id,
    email: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    role: user.role,
    permissions: permissionsOf(user.role),
  };
}

async function newestPublishableKey(db: Db, partnerId: string, now: Date, environment?: Environment) {
  const [row] = await db
    .select({ publicKey: apiKeys.publicKey })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.partnerId, partnerId),
        eq(apiKeys.isActive, true),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
        environment && eq(apiKeys.environment, environment),
      ),
    )
    .orderBy(sql`${apiKeys.environment} = 'production' desc`, desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(1);
  return row?.publicKey ?? null;
}

/** User, partner and newest active publishable key: production if there is one, unless an environment is named. */
export async function presentMe(db: Db, user: UserFacts, now: Date, environment?: Environment): Promise<Me> {
  const partner = user.partnerId ? await findPartner(db, user.partnerId) : null;
  return {
    user: presentUser(user),
    partner: partner && presentPartner(partner),
    publishableKey: partner && (await newestPublishableKey(db, partner.id, now, environment)),
  };
}
