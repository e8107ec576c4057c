import { and, eq, inArray } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import { connection } from "@/lib/domain/connection";
import { compareFigures, compareRows, requireSame } from "@/lib/domain/giving/ledger/model/compare-figures";
import { LedgerDriver, makeLedgerWorld } from "@/lib/domain/giving/ledger/model/ledger-driver";
import { LedgerModel } from "@/lib/domain/giving/ledger/model/ledger-model";
import type { Beginning, Operation } from "@/lib/domain/giving/ledger/model/operations";
import { settleDueLots } from "@/lib/domain/giving/lots/settle-due-lots";

/** One step of a partner's life: an operation at an instant, or the job that books what is due. */
export type Step = { at: number; operation: Operation | "settle" };
/** Everything that happened to a partner, so that it can happen again. */
export type Script = { beginning: Beginning; startsAt: number; steps: Step[] };

const SETTLED_AT_ONCE = 500;

/** The job, until nothing is due any more. */
export async function settleAll(now: Date): Promise<void> {
  const ctx = { db: connection(), now, requestId: "req_proof", actor: { type: "job", name: "proof" } } as const;
  while ((await settleDueLots(ctx, { limit: SETTLED_AT_ONCE })) === SETTLED_AT_ONCE);
}

/** The keys of the actions that an operation submits. */
export function keysOf(operation: Operation): string[] {
  if (operation.kind === "submit") return [operation.input.key];
  return operation.kind === "batch" ? operation.inputs.map(({ key }) => key) : [];
}

/** A partner in the database beside its model, and all that was done to both. */
export class LedgerLife {
  readonly model: LedgerModel;
  readonly steps: Step[] = [];

  private constructor(
    readonly beginning: Beginning,
    readonly startsAt: number,
    readonly driver: LedgerDriver,
  ) {
    this.model = new LedgerModel(beginning, startsAt);
  }

  static async begin(beginning: Beginning, startsAt: number): Promise<LedgerLife> {
    return new LedgerLife(beginning, startsAt, new LedgerDriver(await makeLedgerWorld(beginning)));
  }

  get script(): Script {
    return { beginning: this.beginning, startsAt: this.startsAt, steps: this.steps };
  }

  /** Does one operation on both sides and compares the answers. */
  async do(operation: Operation, at: number): Promise<void> {
    this.steps.push({ at, operation });
    const expected = this.model.run(operation);
    const actual = await this.driver.run(operation, new Date(at));
    requireSame(`the answer to ${JSON.stringify(operation)}`, expected, actual);
    await this.adopt(keysOf(operation).filter((key) => this.model.actions.get(key)?.id === null));
  }

  moveTo(at: number): void {
    this.model.moveTo(at);
  }

  settled(at: number): void {
    this.steps.push({ at, operation: "settle" });
  }

  compareFigures(at: number): Promise<void> {
    return compareFigures(this.model, this.driver, new Date(at));
  }

  compareRows(): Promise<void> {
    return compareRows(this.model, this.driver);
  }

  /** Tells the model how the database calls what these actions made. */
  async adopt(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await connection()
      .select({ id: actions.id, key: actions.idempotencyKey, result: actions.result })
      .from(actions)
      .where(and(eq(actions.partnerId, this.driver.world.partner.id), inArray(actions.idempotencyKey, [...keys])));
    for (const { id, key, result } of rows) this.model.adopt(key, id, result?.transactionIds ?? []);
  }
}
