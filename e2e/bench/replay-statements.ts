import { randomBytes } from "node:crypto";
import postgres from "postgres";
import type { Flight, Statement } from "@/e2e/bench/capture-statements";

/** What the captured transaction belonged to, and what stands in its place. */
export type Place = { partnerId: string; keyId: string; poolId: string; idempotencyKey: string; user: string };

const OBJECT_ID = /[0-9a-f]{24}/g;

/** As many as the product's own pool has. */
const POOL_CONNECTIONS = 20;
const LEAD_IN_MS = 300;

/** Runs the captured transaction over and over, for ever other places, with nothing but the driver. */
export class StatementReplay {
  private readonly sql: postgres.Sql;

  constructor(
    url: string,
    private readonly flights: Flight[],
    private readonly captured: Place,
  ) {
    // Values go as the text that was captured, whatever their type.
    const asText = (oid: number) => ({
      to: oid,
      from: [],
      serialize: (text: unknown) => text,
      parse: (text: unknown) => text,
    });
    const types = { bool: asText(16), json: asText(114), jsonb: asText(3802), instant: asText(1184) };
    this.sql = postgres(url, { max: POOL_CONNECTIONS, onnotice: () => {}, types });
  }

  /** Transactions a second that `concurrency` callers get through. */
  async run(options: { concurrency: number; durationMs: number; next: () => Place }): Promise<number> {
    const beginsAt = performance.now() + LEAD_IN_MS;
    const endsAt = beginsAt + options.durationMs;
    let done = 0;
    const drive = async () => {
      while (performance.now() < endsAt) {
        await this.transact(options.next());
        const now = performance.now();
        if (now >= beginsAt && now <= endsAt) done++;
      }
    };
    await Promise.all(Array.from({ length: options.concurrency }, drive));
    // The events it wrote would otherwise be work for the servers that are measured next.
    await this.sql`update events set fanned_out_at = created_at where fanned_out_at is null`;
    return (1000 * done) / options.durationMs;
  }

  end(): Promise<void> {
    return this.sql.end();
  }

  private async transact(place: Place): Promise<void> {
    const put = substitution(this.captured, place);
    // `begin` and `commit` are the driver's own, here as there.
    const inside = this.flights.map((flight) => flight.filter(({ text }) => !/^(begin|commit)\b/i.test(text)));
    await this.sql.begin(async (tx) => {
      for (const flight of inside) await Promise.all(flight.map((statement) => send(tx, statement, put)));
    });
  }
}

function send(tx: postgres.TransactionSql, { text, values, isPrepared }: Statement, put: (value: string) => string) {
  const parameters = values.map((value) => (value === null ? null : put(value)));
  return tx.unsafe(text, parameters, { prepare: isPrepared });
}

/** Every id that the transaction made is made anew, the same one wherever it stands. */
function substitution(captured: Place, place: Place): (value: string) => string {
  const ids = new Map<string, string>([
    [captured.partnerId, place.partnerId],
    [captured.poolId, place.poolId],
    [captured.keyId.slice(-24), place.keyId.slice(-24)],
  ]);
  const idFor = (old: string) => {
    const id = ids.get(old) ?? old.slice(0, 8) + randomBytes(8).toString("hex");
    ids.set(old, id);
    return id;
  };
  return (value) =>
    value.length < 24 && value !== captured.user && value !== captured.idempotencyKey
      ? value
      : value
          .replaceAll(captured.idempotencyKey, place.idempotencyKey)
          .replaceAll(captured.user, place.user)
          .replace(OBJECT_ID, idFor);
}
