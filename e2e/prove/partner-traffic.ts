import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "@/db/testing/seeded-random";
import type { BenchPartner } from "@/e2e/bench/seed";
import type { Acknowledged } from "@/e2e/prove/facts";
import { type Answer, ApiClient } from "@/e2e/support/signing-client";

const PAUSE_MS = { least: 50, most: 500 };
const RESEND_AFTER_MS = 250;
const USERS = 5;

/** What says that the server could not act now; anything else but 200 is a fault of the proof. */
const isPassing = ({ status, body }: Answer) =>
  status >= 500 || status === 429 || body.code === "IDEMPOTENCY_IN_PROGRESS";

/**
 * Keeps every partner submitting, one action after another. A submit whose answer was lost, or was no 200, is sent again
 * with the same key and payload until it is acknowledged, whatever happens to the server meanwhile.
 */
export class PartnerTraffic {
  readonly acknowledged: Acknowledged[] = [];
  resent = 0;
  private readonly doors = new EventEmitter().setMaxListeners(0);
  private url: string | null = null;
  private isEnding = false;
  private failure: unknown;
  private readonly lanes: Promise<void>[];

  constructor(partners: readonly BenchPartner[], random: Random) {
    this.lanes = partners.map(async (partner) => {
      try {
        await this.keepGoing(partner, random);
      } catch (error) {
        this.failure ??= error;
      }
    });
  }

  /** From now on there is a server at this address; or none, and whoever fails waits for the next. */
  goTo(url: string | null): void {
    this.url = url;
    if (url) this.doors.emit("open");
  }

  /** Begins nothing new and resolves when everything begun has been acknowledged. */
  async end(): Promise<void> {
    this.isEnding = true;
    await Promise.all(this.lanes);
    if (this.failure) throw this.failure;
  }

  private async server(): Promise<string> {
    while (!this.url) await once(this.doors, "open");
    return this.url;
  }

  private async keepGoing(partner: BenchPartner, random: Random): Promise<void> {
    for (let n = 0; !this.isEnding; n += 1) {
      await this.submit(partner, n);
      await pause(PAUSE_MS.least + random() * (PAUSE_MS.most - PAUSE_MS.least));
    }
  }

  private async submit(partner: BenchPartner, n: number): Promise<void> {
    const idempotencyKey = `order-${n}`;
    const body = {
      idempotencyKey,
      actionType: "PURCHASE",
      amount: "49.99",
      currency: "USD",
      stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: `cust-${n % USERS}` }],
      autoCreateUsers: true,
    };
    const call = { method: "POST", target: "/v1/partner/actions/submit", body } as const;
    for (;;) {
      const api = new ApiClient(await this.server());
      const answer = await api.signed(partner, call).catch(() => null);
      if (answer?.status === 200) {
        const actionId = String(answer.body.actionId);
        this.acknowledged.push({ partnerId: partner.partnerId, idempotencyKey, actionId });
        return;
      }
      if (answer && !isPassing(answer)) throw new Error(`${answer.status}: ${answer.text}`);
      this.resent += 1;
      await pause(RESEND_AFTER_MS);
    }
  }
}
