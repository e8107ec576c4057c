import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { openApiDocument } from "@/lib/contract/openapi";
import { directoryDocument } from "@/lib/contract/openapi/directory-document";
import { documentFacts } from "@/lib/http/documents/document-facts";
import { sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";

type Asset = { type: string; version: string; read: () => Promise<Uint8Array | string> | string };

const VERSION_LENGTH = 20;

/** An asset, or 304 where the browser has it already. It is asked for each time, so an upgrade shows at once. */
export async function answerAsset(request: Request, { type, version, read }: Asset): Promise<Response> {
  // Weak: the server may compress the bytes on their way.
  const etag = `W/"${version}"`;
  const headers = {
    ETag: etag,
    "Cache-Control": "public, max-age=0, must-revalidate",
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("if-none-match")?.includes(version)) return new Response(null, { status: 304, headers });
  return new Response((await read()) as BodyInit, { headers: { ...headers, "Content-Type": type } });
}

/** An OpenAPI document, with this installation's own addresses. Any page may read it: it holds nothing private. */
async function answerDocument(request: Request, name: string, make: () => object): Promise<Response> {
  const { text, version } = singleton(name, () => {
    const text = JSON.stringify(make());
    return { text, version: sha256Hex(text).slice(0, VERSION_LENGTH) };
  });
  const response = await answerAsset(request, { type: "application/json; charset=utf-8", version, read: () => text });
  response.headers.set("Access-Control-Allow-Origin", "*");
  return response;
}

/** The document of the giving API. */
export function answerOpenApi(request: Request): Promise<Response> {
  return answerDocument(request, "openapi-document", () => openApiDocument(env().publicBaseUrl));
}

/** The catalogue of the directory API. */
export function answerDirectoryOpenApi(request: Request): Promise<Response> {
  return answerDocument(request, "directory-openapi-document", () => directoryDocument(documentFacts(new Date())));
}

/** The script of the interactive reference, from the installed package: bundlers neither see the file nor move it. */
export async function answerReferenceScript(request: Request): Promise<Response> {
  const installed = createRequire(path.join(process.cwd(), "package.json"));
  const file = installed.resolve("@scalar/api-reference/browser/standalone.js");
  const { size, mtimeMs } = await stat(file);
  const version = sha256Hex(`${file} ${size} ${mtimeMs}`).slice(0, VERSION_LENGTH);
  return answerAsset(request, { type: "text/javascript; charset=utf-8", version, read: () => readFile(file) });
}
