import { and, asc, eq, gt, isNotNull, lte, notExists, sql } from "drizzle-orm";
import { apiKeyNotices, apiKeys } from "@/db/schema/keys";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { apiKeyExpired, apiKeyExpiring } from "@/lib/domain/keys/event-types";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { takeTurn } from "@/lib/domain/shared/take-turn";
import { env } from "@/lib/platform/env";

/** Nearest first: after a pause only the latest notice is given, and those it overtook are left out. */
const NOTICE_DAYS = [1, 7, 30] as const;
const EXPIRED = 0;

type Notice = (typeof NOTICE_DAYS)[number] | typeof EXPIRED;
type Due = { key: typeof apiKeys.$inferSelect; partner: { name: string; contactEmail: string } };

const daysAfter = (time: Date, days: number) => new Date(time.getTime() + days * DAY_MS);

/** Keys in use whose time for this notice has come, after the key was made, and which had neither it nor a later one. */
function findDue(ctx: InTx<Ctx>, notice: Notice, limit: number): Promise<Due[]> {
  const given = ctx.db
    .select({ one: sql`1` })
    .from(apiKeyNotices)
    .where(
      and(
        eq(apiKeyNotices.apiKeyId, apiKeys.id),
        eq(apiKeyNotices.expiresAt, apiKeys.expiresAt),
        lte(apiKeyNotices.days, notice),
      ),
    );
  const ended = lte(apiKeys.expiresAt, ctx.now);
  return ctx.db
    .select({ key: apiKeys, partner: { name: partners.name, contactEmail: partners.contactEmail } })
    .from(apiKeys)
    .innerJoin(partners, eq(partners.id, apiKeys.partnerId))
    .where(
      and(
        eq(apiKeys.isActive, true),
        isNotNull(apiKeys.expiresAt),
        notice === EXPIRED
          ? ended
          : and(gt(apiKeys.expiresAt, ctx.now), lte(apiKeys.expiresAt, daysAfter(ctx.now, notice))),
        lte(apiKeys.createdAt, sql`${apiKeys.expiresAt} - make_interval(hours => ${notice * 24})`),
        notExists(given),
      ),
    )
    .orderBy(asc(apiKeys.expiresAt))
    .limit(limit);
}

async function tellOfEnd(ctx: InTx<Ctx>, { key, partner }: Due): Promise<void> {
  const { id: keyId, name, publicKey, environment, partnerId } = key;
  const expiresAt = key.expiresAt!;
  const daysLeft = Math.ceil((expiresAt.getTime() - ctx.now.getTime()) / DAY_MS);
  const told = { keyId, name, publicKey, environment, expiresAt: expiresAt.toISOString(), daysLeft };
  await recordEvent(ctx, { partnerId, environment: null }, apiKeyExpiring, told);
  await queueMail(ctx, {
    to: partner.contactEmail,
    template: "keyExpiring",
    facts: {
      partnerName: partner.name,
      keyName: name,
      publicKey,
      environment,
      expiresAt,
      daysLeft,
      href: `${env().publicBaseUrl}/keys?key=${keyId}`,
    },
  });
}

async function recordEnd(ctx: InTx<Ctx>, { key }: Due): Promise<void> {
  const { id: keyId, name, environment, partnerId } = key;
  await recordAudit(ctx, {
    action: "api_key.expired",
    targetType: "api_key",
    targetId: keyId,
    partnerId,
    environment,
    after: { expiresAt: key.expiresAt!.toISOString() },
  });
  await recordEvent(ctx, { partnerId, environment: null }, apiKeyExpired, { keyId, name, environment });
}

/**
 * Gives some of the notices of keys' ends that are due: 30, 7 and 1 days before, by event and by mail to the contact, and
 * one event when a key has expired; the pipeline refuses it from that instant on, whether this ran or not. Each happens
 * once for a key and an expiry, since notice, event and mail commit together. Returns how many there were.
 */
export async function notifyKeyExpiry(ctx: Ctx, input: { limit: number }): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await takeTurn(ctx, "key-expiry"))) return 0;
    let count = 0;
    for (const notice of [EXPIRED, ...NOTICE_DAYS] as const) {
      for (const due of await findDue(ctx, notice, input.limit - count)) {
        const { id: apiKeyId, expiresAt } = due.key;
        const row = { apiKeyId, expiresAt: expiresAt!, days: notice, at: ctx.now };
        await ctx.db.insert(apiKeyNotices).values(row);
        await (notice === EXPIRED ? recordEnd(ctx, due) : tellOfEnd(ctx, due));
        count += 1;
      }
      if (count >= input.limit) break;
    }
    return count;
  });
}

/**
 * Leaves out the notice whose time lies behind an expiry that is set now: who sets it knows. Those still ahead will come.
 */
export async function skipPassedNotice(ctx: InTx<Ctx>, key: { id: string; expiresAt: Date | null }): Promise<void> {
  const { id: apiKeyId, expiresAt } = key;
  const passed = NOTICE_DAYS.find((days) => expiresAt && expiresAt < daysAfter(ctx.now, days));
  if (!expiresAt || passed === undefined) return;
  await ctx.db.insert(apiKeyNotices).values({ apiKeyId, expiresAt, days: passed, at: ctx.now }).onConflictDoNothing();
}
