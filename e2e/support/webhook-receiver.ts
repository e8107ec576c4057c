import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export type Received = {
  headers: IncomingHttpHeaders;
  body: string;
  event: { id: string; type: string; createdAt: string; data: Record<string, unknown> };
};

export type WebhookReceiver = {
  url: string;
  received: readonly Received[];
  /** The first delivery that matches, come already or still to come. */
  waitFor(matches: (delivery: Received) => boolean, timeoutMs?: number): Promise<Received>;
  /** What it answers from now on. */
  answerWith(status: number): void;
  close(): Promise<void>;
};

const TOLERANCE_SECONDS = 300;

/** Whether a delivery carries a fresh signature made with this secret, as the published contract says. */
export function isGenuine(
  { headers, body }: { headers: IncomingHttpHeaders; body: string | Uint8Array },
  secret: string,
): boolean {
  const timestamp = String(headers["x-sir-timestamp"]);
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS;
  const expected = `sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex")}`;
  const given = String(headers["x-sir-signature"]);
  const isEqual = given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  return isFresh && isEqual;
}

/** Whether a library for Standard Webhooks accepts it too, given the secret as it was shown. */
export function isStandard({ headers, body }: Pick<Received, "headers" | "body">, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

/** A partner's server on this machine: keeps every delivery it gets. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const watchers = new Set<() => void>();
  let status = 200;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      received.push({ headers: request.headers, body, event: JSON.parse(body || "{}") });
      response.writeHead(status).end("received");
      for (const watcher of [...watchers]) watcher();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    answerWith: (next) => {
      status = next;
    },
    waitFor(matches, timeoutMs = 15_000) {
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          watchers.delete(look);
          const types = received.map(({ event }) => event.type).join(", ") || "none";
          reject(new Error(`No matching delivery within ${timeoutMs / 1000} s. Received: ${types}.`));
        };
        const timer = setTimeout(giveUp, timeoutMs);
        const look = () => {
          const found = received.find(matches);
          if (!found) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
