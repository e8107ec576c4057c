import { connect, createServer, type Socket } from "node:net";

/** One statement as a verb sent it; `values` are its parameters as text. */
export type Statement = { text: string; values: (string | null)[]; isPrepared: boolean };
/** Statements that were sent without waiting for one another. */
export type Flight = Statement[];

const HOLD_MS = 100;

export type StatementTap = {
  port: number;
  /** The flights of the last transaction that carried this value anywhere, from its first statement to its last. */
  transactionWith(value: string): Flight[];
  /** From now on the client waits a while for answers: what it sends at once is then never taken for one after another. */
  holdAnswers(): void;
  close(): void;
};

/**
 * Stands between a server and its database and reads what they say (PostgreSQL's frontend protocol 3), so that a baseline
 * runs what the verb really sends, and in the same flights: nobody has to keep a list in step.
 */
export async function tapStatements(database: { host: string; port: number }): Promise<StatementTap> {
  const transactions: Flight[][] = [];
  let holdMs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect({ ...database, noDelay: true });
    const reader = new FrontendReader((flights) => {
      transactions.push(flights);
    });
    client.setNoDelay(true);
    client.on("data", (bytes) => reader.sent(bytes));
    upstream.on("data", (bytes) => {
      setTimeout(() => {
        reader.answered();
        if (!client.destroyed) client.write(bytes);
      }, holdMs);
    });
    client.pipe(upstream);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        client.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    transactionWith: (value) =>
      transactions.findLast((flights) =>
        flights.flat().some(({ values }) => values.some((each) => each?.includes(value))),
      ) ?? [],
    holdAnswers: () => {
      holdMs = HOLD_MS;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Reads one connection's frontend messages into transactions. */
class FrontendReader {
  private pending = Buffer.alloc(0);
  private hasStarted = false;
  private readonly texts = new Map<string, string>();
  private flights: Flight[] = [];
  private isNewFlight = true;

  constructor(private readonly onTransaction: (flights: Flight[]) => void) {}

  /** The next statement was sent with an answer in sight: it begins a flight of its own. */
  answered(): void {
    this.isNewFlight = true;
  }

  sent(bytes: Buffer): void {
    this.pending = Buffer.concat([this.pending, bytes]);
    while (this.pending.length >= 5) {
      // The first message of a connection has no type.
      const head = this.hasStarted ? 1 : 0;
      const end = head + this.pending.readInt32BE(head);
      if (this.pending.length < end) return;
      if (this.hasStarted) this.read(String.fromCharCode(this.pending[0]!), this.pending.subarray(5, end));
      this.hasStarted = true;
      this.pending = this.pending.subarray(end);
    }
  }

  private read(type: string, body: Buffer): void {
    if (type === "P") {
      const [name, text] = strings(body, 2);
      this.texts.set(name!, text!);
    } else if (type === "B") {
      const [, name] = strings(body, 2);
      this.add({ text: this.texts.get(name!) ?? "", values: boundValues(body), isPrepared: name !== "" });
    } else if (type === "Q") {
      this.add({ text: strings(body, 1)[0]!, values: [], isPrepared: false });
    }
  }

  private add(statement: Statement): void {
    if (/^begin\b/i.test(statement.text)) this.flights = [];
    if (this.isNewFlight || this.flights.length === 0) this.flights.push([]);
    this.isNewFlight = false;
    this.flights.at(-1)!.push(statement);
    if (!/^commit\b/i.test(statement.text)) return;
    this.onTransaction(this.flights);
    this.flights = [];
  }
}

function strings(body: Buffer, count: number): string[] {
  const found: string[] = [];
  for (let at = 0; found.length < count; ) {
    const end = body.indexOf(0, at);
    found.push(body.toString("utf8", at, end));
    at = end + 1;
  }
  return found;
}

/** A Bind message: portal, statement, format codes, then each value with its length; -1 is null. */
function boundValues(body: Buffer): (string | null)[] {
  let at = body.indexOf(0, body.indexOf(0) + 1) + 1;
  const next16 = () => {
    at += 2;
    return body.readInt16BE(at - 2);
  };
  for (let formats = next16(); formats > 0; formats--) if (next16() !== 0) throw new Error("a value is not text");
  return Array.from({ length: next16() }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length === -1) return null;
    at += length;
    return body.toString("utf8", at - length, at);
  });
}
