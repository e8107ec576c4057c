import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Random } from "@/db/testing/seeded-random";
import type { Arrival, Behaviour } from "@/e2e/prove/facts";
import { isGenuine, isStandard } from "@/e2e/support/webhook-receiver";

const ODDS: readonly [Behaviour, number][] = [
  ["HANG", 0.04],
  ["RESET", 0.15],
  ["500", 0.2],
];

/** Servers of partners, one for each, that answer 200, 500, never, or by resetting the connection, as the dice say. */
export class FaultyReceivers {
  readonly arrivals: Arrival[] = [];
  private readonly servers: Server[] = [];

  constructor(private readonly random: Random) {}

  /** Starts one more. It notes nothing before it knows its webhook. */
  async add(): Promise<{ url: string; serve(webhook: { id: string; secret: string }): void }> {
    let own: { id: string; secret: string } | null = null;
    const server = createServer((request, response) => {
      read(request).then(
        (body) => {
          const behaviour = this.roll();
          if (own) this.arrivals.push(arrivalOf(own, request, body, behaviour));
          behave(behaviour, response);
        },
        // A sender that was killed broke off: nothing arrived.
        () => response.destroy(),
      );
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.servers.push(server);
    const serve = (webhook: { id: string; secret: string }) => {
      own = webhook;
    };
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`, serve };
  }

  close(): void {
    for (const server of this.servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  private roll(): Behaviour {
    let left = this.random();
    for (const [behaviour, odds] of ODDS) {
      if (left < odds) return behaviour;
      left -= odds;
    }
    return "200";
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function arrivalOf(
  { id, secret }: { id: string; secret: string },
  { headers }: IncomingMessage,
  body: Buffer,
  behaviour: Behaviour,
): Arrival {
  const text = body.toString("utf8");
  return {
    webhookId: id,
    deliveryId: String(headers["x-sir-delivery-id"]),
    eventId: String(headers["x-sir-event-id"]),
    envelopeId: envelopeIdOf(text),
    bodyHash: createHash("sha256").update(body).digest("hex"),
    isGenuine: isGenuine({ headers, body }, secret) && isStandard({ headers, body: text }, secret),
    behaviour,
  };
}

function envelopeIdOf(text: string): string {
  try {
    return String(JSON.parse(text).id);
  } catch {
    return "no JSON";
  }
}

function behave(behaviour: Behaviour, response: ServerResponse): void {
  if (behaviour === "RESET") response.socket?.resetAndDestroy();
  else if (behaviour !== "HANG") response.writeHead(Number(behaviour)).end("thanks");
}
