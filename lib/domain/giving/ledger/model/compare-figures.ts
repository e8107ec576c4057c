import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { actions, partnerUsers } from "@/db/schema/giving";
import { tokenLots } from "@/db/schema/lots";
import { events } from "@/db/schema/webhooks";
import { connection } from "@/lib/domain/connection";
import type { LedgerDriver } from "@/lib/domain/giving/ledger/model/ledger-driver";
import type { LedgerModel } from "@/lib/domain/giving/ledger/model/ledger-model";

/** Something that is not as the model says. */
export class Mismatch extends Error {
  constructor(what: string, expected: unknown, actual: unknown) {
    super(`${what}\n  the model says   ${JSON.stringify(expected)}\n  the product says ${JSON.stringify(actual)}`);
  }
}

export function requireSame(what: string, expected: unknown, actual: unknown): void {
  // What is undefined is absent, as on the wire.
  const [model, product] = [expected, actual].map((value) => JSON.parse(JSON.stringify(value ?? null)));
  if (!isDeepStrictEqual(model, product)) throw new Mismatch(what, model, product);
}

/** Compares every pool, campaign and balance of a partner with the model's. */
export async function compareFigures(model: LedgerModel, driver: LedgerDriver, now: Date): Promise<void> {
  const ctx = driver.ctx(now);
  const places = model.pools.map((pool) => pool.place);
  const pools = await Promise.all(places.map((pool) => driver.run({ kind: "pool", pool }, now)));
  for (const place of places) requireSame(`pool ${place}`, model.figures(model.pools[place]!), pools[place]);
  const names = [...model.users.keys()];
  const balances = await Promise.all(names.map((name) => driver.balance(ctx, name)));
  names.forEach((name, n) => {
    requireSame(`the balance of ${name}`, model.balance(name), balances[n]);
  });
  await compareCampaigns(model, driver);
}

async function compareCampaigns(model: LedgerModel, { world }: LedgerDriver): Promise<void> {
  const rows = await connection().select().from(campaigns).where(eq(campaigns.partnerId, world.partner.id));
  for (const { place, status, tokensDistributed, actionCount } of model.campaigns) {
    const row = rows.find(({ id }) => id === world.campaignIds[place])!;
    const actual = { status: row.status, tokensDistributed: row.tokensDistributed, actionCount: row.actionCount };
    requireSame(`campaign ${place}`, { status, tokensDistributed, actionCount }, actual);
  }
}

/** Compares all that a partner's rows say: actions, lots, users and events. Everything due must have been booked. */
export async function compareRows(model: LedgerModel, driver: LedgerDriver): Promise<void> {
  await compareActions(model, driver);
  await compareLots(model, driver);
  await compareUsers(model, driver);
  await compareEvents(model, driver);
}

async function compareActions(model: LedgerModel, { world }: LedgerDriver): Promise<void> {
  const rows = await connection()
    .select({ key: actions.idempotencyKey, status: actions.status, tokens: actions.tokensDistributed })
    .from(actions)
    .where(eq(actions.partnerId, world.partner.id));
  const byKey = new Map(rows.map(({ key, ...row }) => [key, row]));
  requireSame("the number of actions", model.actions.size, rows.length);
  for (const { key, status, tokens } of model.actions.values()) {
    requireSame(`action ${key}`, { status, tokens }, byKey.get(key));
  }
}

async function compareLots(model: LedgerModel, { world }: LedgerDriver): Promise<void> {
  const rows = await connection().select().from(tokenLots).where(eq(tokenLots.partnerId, world.partner.id));
  const byId = new Map(rows.map((row) => [row.transactionId, row]));
  const lots = [...model.actions.values()].flatMap((action) => action.lots);
  requireSame("the number of lots", lots.length, rows.length);
  for (const lot of lots) {
    const row = byId.get(lot.id);
    const { tokens, redeemed, reversed, expired, unrecoverable } = lot;
    const actual = row && {
      ...{ tokens: row.tokens, redeemed: row.redeemed, reversed: row.reversedAvailable + row.reversedVesting },
      ...{ expired: row.expired, unrecoverable: row.unrecoverable },
      available: row.expired > 0 ? 0 : row.released - row.redeemed - row.reversedAvailable,
    };
    const expected = { tokens, redeemed, reversed, expired, unrecoverable, available: lot.available };
    requireSame(`lot ${lot.id}`, expected, actual);
  }
}

/** The rows themselves, without what time has made of them since. */
async function compareUsers(model: LedgerModel, { world }: LedgerDriver): Promise<void> {
  const rows = await connection().select().from(partnerUsers).where(eq(partnerUsers.partnerId, world.partner.id));
  requireSame("the number of users", model.users.size, rows.length);
  for (const row of rows) {
    const { externalId, status, available, vesting, expired, redeemed, reversed } = row;
    const user = model.users.get(externalId);
    const figures = user && model.balance(externalId);
    const expected = user && {
      ...{ status: user.status, available: figures?.available, vesting: figures?.vesting },
      ...{ expired: user.expired, redeemed: user.redeemed, reversed: user.reversed },
    };
    requireSame(`the row of ${externalId}`, expected, { status, available, vesting, expired, redeemed, reversed });
  }
}

async function compareEvents(model: LedgerModel, { world }: LedgerDriver): Promise<void> {
  const data = sql<Record<string, unknown>>`${events.body}::jsonb -> 'data'`;
  const rows = await connection()
    .select({ type: events.type, data })
    .from(events)
    .where(and(eq(events.partnerId, world.partner.id)))
    .orderBy(asc(events.position));
  for (const pool of model.pools) {
    const told = rows
      .filter((row) => row.data.tokenPoolId === world.poolIds[pool.place] && row.type.startsWith("token_pool."))
      .map((row) => {
        const { tokenPoolId: _, environment: __, ...figures } = row.data;
        return [row.type, figures];
      });
    requireSame(`what pool ${pool.place} told`, pool.told, told);
  }
  const countOf = (type: string) => rows.filter((row) => row.type === type).length;
  for (const [type, times] of model.told) requireSame(`events ${type}`, times, countOf(type));
  const tokensOf = (type: string, externalId: string) =>
    rows
      .filter((row) => row.type === type && row.data.externalId === externalId)
      .reduce((total, row) => total + Number(row.data.tokens), 0);
  for (const { externalId, vested, expired } of model.users.values()) {
    requireSame(`what was told of ${externalId}'s vesting`, vested, tokensOf("user.tokens_vested", externalId));
    requireSame(`what was told of ${externalId}'s expiry`, expired, tokensOf("user.tokens_expired", externalId));
  }
}
