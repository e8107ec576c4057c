import type { Db } from "@/db/client";
import type { AdminRole } from "@/lib/domain/admins/schemas";
import type { ApiClientSnapshot } from "@/lib/domain/api-clients/snapshot";
import type { PartnerRole } from "@/lib/domain/keys/scopes";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import type { Environment } from "@/lib/domain/shared/schemas";

export type { Db };

/** Who acts; the audit row's "who" comes from it. */
export type Actor =
  | { type: "key"; keyId: string; address: string }
  | { type: "user"; userId: string; role: PartnerRole; address: string }
  | { type: "admin"; adminId: string; role: AdminRole; address: string; sessionId?: string }
  | { type: "client"; apiClientId: string; keyId: string; address: string }
  | { type: "job"; name: string }
  | { type: "anonymous"; address: string; userAgent?: string | null };

/** How a write that needs two administrators came about; every audit record of it says so. */
export type Sanction = { approvalId: string; requestedBy: string } | { fourEyes: "off" };

/** All a verb knows of the world. `now` is read once for a request. */
export type Ctx = { db: Db; now: Date; requestId: string; actor: Actor; sanction?: Sanction };

/** A signed-in person, who may not have a partner yet. */
export type UserCtx = Ctx & {
  actor: Extract<Actor, { type: "user" }>;
  partner: PartnerSnapshot | null;
  environment: Environment;
};

/** A signed-in administrator. There is no partner: admin verbs name one in their input. */
export type AdminCtx = Ctx & { actor: Extract<Actor, { type: "admin" }> };

/** A caller acting for a partner in one environment. */
export type PartnerCtx = Ctx & { partner: PartnerSnapshot; environment: Environment };

/** A program that calls the directory API by a scoped key. */
export type ClientCtx = Ctx & { client: ApiClientSnapshot };

declare const inTx: unique symbol;

/** A context whose connection is a transaction: what must happen in one asks for this and does not compile outside. */
export type InTx<C extends Ctx> = C & { readonly [inTx]: true };

/** Runs `work` in one transaction; everything it writes is kept, or nothing is. */
export function inTransaction<C extends Ctx, R>(ctx: C, work: (ctx: InTx<C>) => Promise<R>): Promise<R> {
  // The brand exists for the compiler only; the transaction below is what it stands for.
  return ctx.db.transaction((db) => work({ ...ctx, db: db as unknown as Db } as InTx<C>));
}

class Rehearsed<R> extends Error {
  readonly result: R;

  constructor(result: R) {
    super("rehearsed");
    this.result = result;
  }
}

/** Runs `work` in a transaction and undoes all of it; what it returned says what would have been. */
export async function rehearse<C extends Ctx, R>(ctx: C, work: (ctx: InTx<C>) => Promise<R>): Promise<R> {
  try {
    return await inTransaction(ctx, async (ctx): Promise<R> => {
      throw new Rehearsed(await work(ctx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result;
    throw error;
  }
}

/** The id behind an actor, for columns that say who. */
export function actorId(actor: Actor): string {
  switch (actor.type) {
    case "key":
      return actor.keyId;
    case "user":
      return actor.userId;
    case "admin":
      return actor.adminId;
    case "client":
      return actor.keyId;
    case "job":
      return actor.name;
    case "anonymous":
      return "anonymous";
  }
}
