import { ERRORS, Failure } from "@/lib/errors";
import { clientAddress } from "@/lib/http/client-address";
import type { WireMessage } from "@/lib/http/exchange";
import { serve } from "@/lib/http/pipeline";
import type { RouteTable } from "@/lib/http/route-table";
import { env } from "@/lib/platform/env";
import { wireRequest } from "@/lib/platform/wire-request";

async function readBody(request: Request, limitBytes: number): Promise<Buffer> {
  const tooLarge = () => new Failure("payload_too_large", { details: { limitBytes } });
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge();
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not `for await`: leaving it early cancels the stream, which takes the connection away from under the answer.
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limitBytes) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, size);
}

/**
 * The wire's facts of a Web request. The project's own server hands them over beside the request; under any other server
 * the target is what the framework kept of it, and the address is known only behind trusted proxies.
 */
export function fromRequest(request: Request): WireMessage {
  const wire = wireRequest.getStore();
  return {
    method: request.method,
    target: wire?.target ?? targetOf(request.url),
    header: wire
      ? (name) => wire.headers[name] as string | undefined
      : (name) => request.headers.get(name) ?? undefined,
    address: wire?.address ?? addressWithoutSocket(request),
    readBody: (limitBytes) => readBody(request, limitBytes),
  };
}

function targetOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

function addressWithoutSocket(request: Request): string {
  const hops = env().trustedProxyHops;
  return clientAddress(undefined, request.headers.get("x-forwarded-for") ?? undefined, hops);
}

/** Route handlers that answer every method of every path from one table. */
export function nextHandlers(table: RouteTable) {
  const answer = async (request: Request): Promise<Response> => {
    const { status, headers, body } = await serve(table, fromRequest(request));
    // What is left of a body that was too long would be taken for the next request on this connection.
    if (status === ERRORS.payload_too_large.status) headers.Connection = "close";
    return new Response(body, { status, headers });
  };
  return { GET: answer, POST: answer, PUT: answer, PATCH: answer, DELETE: answer, OPTIONS: answer, HEAD: answer };
}
