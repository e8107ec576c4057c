import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { openApiDocument } from "@/lib/contract/openapi";
import { sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";

type Asset = { type: string; etag: string; bytes: Uint8Array; encoding?: "gzip" };

const TAG_LENGTH = 20;

function etagOf(content: Uint8Array): string {
  return `"${sha256Hex(content).slice(0, TAG_LENGTH)}"`;
}

/** An asset, or 304 where the browser has it already. It is asked again each time, so an upgrade shows at once. */
function answer(request: Request, { type, etag, bytes, encoding }: Asset): Response {
  const headers: Record<string, string> = {
    ETag: etag,
    // Without no-transform the framework would compress what is compressed.
    "Cache-Control": `public, max-age=0, must-revalidate${encoding ? ", no-transform" : ""}`,
    "X-Content-Type-Options": "nosniff",
    ...(encoding && { Vary: "Accept-Encoding" }),
  };
  if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
  headers["Content-Type"] = type;
  if (encoding) headers["Content-Encoding"] = encoding;
  return new Response(bytes as BodyInit, { headers });
}

function document(): Asset {
  return singleton("openapi-document", () => {
    const bytes = new TextEncoder().encode(JSON.stringify(openApiDocument(env().publicBaseUrl)));
    return { type: "application/json; charset=utf-8", etag: etagOf(bytes), bytes };
  });
}

/** The OpenAPI document, with this installation's own addresses. Any page may read it: it holds nothing private. */
export function answerOpenApi(request: Request): Response {
  const response = answer(request, document());
  response.headers.set("Access-Control-Allow-Origin", "*");
  return response;
}

const compress = promisify(gzip);

/** From the installed package: bundlers neither see the file nor move it. */
function readScript(): Promise<Buffer> {
  const installed = createRequire(path.join(process.cwd(), "package.json"));
  return readFile(installed.resolve("@scalar/api-reference/browser/standalone.js"));
}

async function compressedScript(): Promise<Asset> {
  const script = await readScript();
  const bytes = new Uint8Array(await compress(script));
  return { type: "text/javascript; charset=utf-8", etag: etagOf(script), bytes, encoding: "gzip" };
}

/** The script of the interactive reference. Compressed once; whoever does not take gzip gets the file as it is. */
export async function answerReferenceScript(request: Request): Promise<Response> {
  const kept = singleton("reference-script", () => ({ asset: null as Promise<Asset> | null }));
  kept.asset ??= compressedScript().catch((error: unknown) => {
    kept.asset = null;
    throw error;
  });
  const asset = await kept.asset;
  if (/\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")) return answer(request, asset);
  const plain = new Uint8Array(await readScript());
  return answer(request, { type: asset.type, etag: asset.etag.replace(/"$/, '-plain"'), bytes: plain });
}
