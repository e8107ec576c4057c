import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, inArray } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import { auditRecords } from "@/db/schema/records";
import { connection } from "@/lib/domain/connection";
import { keysOf, type LedgerLife } from "@/lib/domain/giving/ledger/model/ledger-life";
import type { Answer, Operation } from "@/lib/domain/giving/ledger/model/operations";

/** An operation and what was answered; null when the process died over it. */
export type Sent = { operation: Operation; requestId: string; answer: Answer | null };

/** What stands or falls as one: an operation, or one action of an independent batch. */
type Unit = { operation: Operation; answer: Answer | null; position: number | null };
type AuditRow = { requestId: string | null; action: string; targetId: string; position: number };
/** Statuses that were seen instead of the present ones. */
type View = [subject: { status: string }, status: string][];

/** The record that each kind of operation leaves in the transaction of what it does, once it holds all it changes. */
const RECORDS: Partial<Record<Operation["kind"], string[]>> = {
  submit: ["action.submitted", "action.refused"],
  batch: ["action.submitted", "action.refused"],
  reverse: ["action.reversed"],
  allocate: ["token_pool.allocated"],
  withdraw: ["token_pool.withdrawn"],
  request: ["token_pool.allocated", "pool_request.created"],
  redeem: ["tokens.redeemed"],
  setUser: ["user.updated"],
  setPool: ["token_pool.updated"],
  moveCampaign: ["campaign.status_changed"],
};

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/**
 * Operations that were done at once. Whoever changes a row holds it until the end of the transaction, and the audit trail
 * numbers its records while it is held: so the numbers are the order in which the operations took their turns. What left
 * no record changed nothing, and was answered at some moment between them.
 */
export class CrowdRound {
  private readonly units: Unit[] = [];
  private readonly before: Map<string, string>;
  /** Campaigns that were activated so far. */
  private readonly activated = new Set<number>();

  constructor(
    private readonly life: LedgerLife,
    private readonly sent: readonly Sent[],
  ) {
    this.before = new Map([...life.model.users].map(([name, { status }]) => [name, status]));
  }

  /** Has the model do all of it in that order. Throws when an answer is not the model's. */
  async replay(): Promise<void> {
    await this.findOrder();
    const inOrder = this.units
      .filter(({ position }) => position !== null)
      .toSorted((a, b) => a.position! - b.position!);
    // What left nothing and was not heard of either may have happened or not.
    let floating = this.units.filter(({ position, answer }) => position === null && answer !== null);
    floating = floating.filter((unit) => !this.isAnswerNow(unit));
    for (const unit of inOrder) {
      this.take(unit, inOrder);
      await this.life.adopt(keysOf(unit.operation).filter((key) => this.life.model.actions.get(key)?.id === null));
      floating = floating.filter((each) => !this.isAnswerNow(each));
    }
    if (floating[0]) this.fail("an answer that was right at no moment", floating[0], inOrder);
  }

  private take(unit: Unit, inOrder: readonly Unit[]): void {
    const { model } = this.life;
    const { operation, answer } = unit;
    const { kind } = operation;
    const view = answer === null ? null : this.views(answer).find((view) => this.isAnswer(unit, view));
    if (view === undefined) this.fail("an answer that was wrong at its turn", unit, inOrder);
    this.seen(view ?? [], () => model.run(operation));
    if (kind === "moveCampaign" && operation.to === "activate") this.activated.add(operation.campaign);
  }

  private isAnswerNow(unit: Unit): boolean {
    return this.views(unit.answer!).some((view) => this.isAnswer(unit, view));
  }

  private isAnswer({ operation, answer }: Unit, view: View): boolean {
    return this.seen(view, () => isDeepStrictEqual(plain(this.life.model.wouldAnswer(operation)), plain(answer)));
  }

  /**
   * What an operation may have seen when its turn came. All that it changes it holds; but whoever is refused has read the
   * recipients' statuses before, and a default campaign that rests is read without holding it, so that its activation may
   * come in between.
   */
  private views({ code }: Answer): View[] {
    const { users, campaigns } = this.life.model;
    const resting = campaigns
      .filter(({ place, isDefault }) => isDefault && this.activated.has(place))
      .map((campaign): View[number] => [campaign, "PAUSED"]);
    const recipients = [...users.values()].flatMap((user): View => {
      const status = this.before.get(user.externalId);
      return status && status !== user.status ? [[user, status]] : [];
    });
    const asRecipients = code === "OK" || recipients.length === 0 ? [] : [recipients];
    const asCampaigns = resting.length === 0 ? [] : [resting, ...asRecipients.map((view) => [...view, ...resting])];
    return [[], ...asRecipients, ...asCampaigns];
  }

  /** Runs `work` with these statuses, which come and go without being part of what it does. */
  private seen<T>(view: View, work: () => T): T {
    const present = view.map(([subject]) => subject.status);
    for (const [subject, status] of view) subject.status = status;
    try {
      return work();
    } finally {
      view.forEach(([subject], n) => {
        subject.status = present[n]!;
      });
    }
  }

  private async findOrder(): Promise<void> {
    const records = await this.readRecords();
    const keyById = await this.readKeys(records);
    for (const { operation, requestId, answer } of this.sent) {
      const own = records.filter((row) => row.requestId === requestId && RECORDS[operation.kind]?.includes(row.action));
      if (operation.kind === "batch" && operation.mode === "independent") {
        operation.inputs.forEach((input, n) => {
          const record = own.find((row) => keyById.get(row.targetId) === input.key);
          const each = (answer?.answers as Answer[] | undefined)?.[n] ?? null;
          this.units.push({ operation: { kind: "submit", input }, answer: each, position: record?.position ?? null });
        });
      } else {
        // A preview holds no key and promises nothing: that it left nothing shows in all that follows.
        if (operation.kind === "validate") continue;
        // A request for tokens notes the wish before it has the pool.
        const record = operation.kind === "request" ? own.at(-1) : own[0];
        this.units.push({ operation, answer, position: record?.position ?? null });
      }
    }
  }

  private readRecords(): Promise<AuditRow[]> {
    const { requestId, action, targetId, position } = auditRecords;
    return connection()
      .select({ requestId, action, targetId, position })
      .from(auditRecords)
      .where(
        and(
          eq(auditRecords.partnerId, this.life.driver.world.partner.id),
          inArray(
            requestId,
            this.sent.map((each) => each.requestId),
          ),
        ),
      )
      .orderBy(asc(position));
  }

  private async readKeys(records: readonly AuditRow[]): Promise<Map<string, string>> {
    const ids = records.filter(({ action }) => RECORDS.submit!.includes(action)).map(({ targetId }) => targetId);
    if (ids.length === 0) return new Map();
    const { id, idempotencyKey } = actions;
    const rows = await connection().select({ id, idempotencyKey }).from(actions).where(inArray(id, ids));
    return new Map(rows.map((row) => [row.id, row.idempotencyKey]));
  }

  private fail(what: string, unit: Unit, inOrder: readonly Unit[]): never {
    const line = ({ operation, answer }: Unit) => `  ${JSON.stringify(operation)}\n    ${JSON.stringify(answer)}`;
    const expected = JSON.stringify(this.life.model.wouldAnswer(unit.operation));
    const place = inOrder.indexOf(unit);
    const before = inOrder.slice(Math.max(0, place - 12), place < 0 ? inOrder.length : place);
    throw new Error(
      [`${what}:`, line(unit), `  The model says ${expected} now. What was done before:`, ...before.map(line)].join(
        "\n",
      ),
    );
  }
}
