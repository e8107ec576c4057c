import { and, asc, eq, exists, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { partners } from "@/db/schema/partners";
import { sandboxFaults } from "@/db/schema/readiness";
import { webhooks } from "@/db/schema/webhooks";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import type { Environment } from "@/lib/domain/shared/schemas";
import { changeListener } from "@/lib/platform/change-listener";
import { singleton } from "@/lib/platform/singleton";
import { SnapshotCache } from "@/lib/platform/snapshot-cache";

const cache = () =>
  singleton(
    "partner-cache",
    () => new SnapshotCache<PartnerSnapshot>(changeListener(), (partner) => [`partner:${partner.id}`]),
  );

async function readPartner(db: Db, id: string): Promise<PartnerSnapshot | null> {
  const waiting = db
    .select({ one: sql`1` })
    .from(sandboxFaults)
    .where(and(eq(sandboxFaults.partnerId, id), gt(sandboxFaults.remaining, 0)));
  const [found] = await db
    .select({ row: partners, hasFaults: sql<boolean>`${exists(waiting)}` })
    .from(partners)
    .where(eq(partners.id, id));
  if (!found) return null;
  const active = await db
    .select({ environment: webhooks.environment, url: webhooks.url })
    .from(webhooks)
    .where(and(eq(webhooks.partnerId, id), eq(webhooks.isActive, true), isNull(webhooks.deletedAt)))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
  const webhookUrls: Partial<Record<Environment, string>> = {};
  for (const { environment, url } of active) if (environment) webhookUrls[environment] ??= url;
  const { updatedAt: _, ...partner } = found.row;
  return { ...partner, webhookUrls, hasFaults: found.hasFaults };
}

/** The partner from the cache, or from the database when it is not there or may have changed. */
export function findPartner(db: Db, id: string): Promise<PartnerSnapshot | null> {
  return cache().get(id, () => readPartner(db, id));
}

/** The partner, if it is at hand. */
export function peekPartner(id: string): PartnerSnapshot | undefined {
  return cache().peek(id);
}

/** The partner as the database has it now; for verbs that just changed it. */
export async function readPartnerAfresh(db: Db, id: string): Promise<PartnerSnapshot> {
  const partner = await readPartner(db, id);
  if (!partner) throw new Error(`partner ${id} vanished`);
  return partner;
}
