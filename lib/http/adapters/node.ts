import type { IncomingMessage, ServerResponse } from "node:http";
import { Failure } from "@/lib/errors";
import { clientAddress } from "@/lib/http/client-address";
import type { Answer, WireMessage } from "@/lib/http/exchange";
import { serve } from "@/lib/http/pipeline";
import type { RouteTable } from "@/lib/http/route-table";
import { env } from "@/lib/platform/env";

const EMPTY = Buffer.alloc(0);

function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if ((length === undefined || length === "0") && encoding === undefined) return Promise.resolve(EMPTY);
  if (Number(length) > limitBytes) return Promise.reject(new Failure("payload_too_large", tooLarge(limitBytes)));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) {
        request.pause();
        reject(new Failure("payload_too_large", tooLarge(limitBytes)));
        return;
      }
      chunks.push(chunk);
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)));
    request.on("error", () => reject(new Failure("malformed_json")));
    request.on("aborted", () => reject(new Failure("malformed_json")));
  });
}

const tooLarge = (limitBytes: number) => ({ details: { limitBytes } });

/** The wire's facts of a Node request. */
export function fromNode(request: IncomingMessage): WireMessage {
  const { headers } = request;
  return {
    method: request.method ?? "GET",
    target: request.url ?? "/",
    header: (name) => headers[name] as string | undefined,
    address: addressOf(request),
    readBody: (limitBytes) => readBody(request, limitBytes),
  };
}

export function addressOf(request: IncomingMessage): string {
  const forwardedFor = request.headers["x-forwarded-for"] as string | undefined;
  return clientAddress(request.socket.remoteAddress, forwardedFor, env().trustedProxyHops);
}

function write(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  // A body nobody read would be taken for the next request on this connection.
  if (!request.complete && answer.status >= 400) response.setHeader("Connection", "close");
  if (answer.body === null) {
    response.writeHead(answer.status, answer.headers).end();
    return;
  }
  answer.headers["Content-Length"] = String(Buffer.byteLength(answer.body));
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** Answers a request from a table, without a framework in between: the fast lane. */
export async function answerNode(table: RouteTable, request: IncomingMessage, response: ServerResponse): Promise<void> {
  write(request, response, await serve(table, fromNode(request)));
}
