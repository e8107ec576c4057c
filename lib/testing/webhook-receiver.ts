import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };
export type Receiver = { url: string; received: Received[]; close(): Promise<void> };

type Answer = (request: Received, response: ServerResponse) => void;

/** A certificate, and the host name it is for. */
type Tls = { key: string; cert: string; host: string };

/** A partner's server on this machine: keeps what it gets, and answers as told, or with 200; by https where given a certificate. */
export async function startReceiver(
  answer: Answer = (_request, response) => void response.end("thanks"),
  tls?: Tls,
): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.on("end", () => {
      const request = {
        path: incoming.url ?? "",
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      received.push(request);
      answer(request, response);
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: tls ? `https://${tls.host}:${port}` : `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
