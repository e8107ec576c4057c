import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { answerAsset } from "@/lib/http/reference";
import { sha256Hex } from "@/lib/platform/crypto";

const BUILT = path.join(/* turbopackIgnore: true */ process.cwd(), ".next", "widget", "donate.js");

/** The widget's script, as the build made it. Pages of any origin may load it, also with an integrity check. */
export async function answerWidgetScript(request: Request): Promise<Response> {
  const built = await stat(BUILT).catch(() => null);
  if (!built) return new Response("The widget is not built: run npm run build:widget.", { status: 404 });
  const version = sha256Hex(`${built.size} ${built.mtimeMs}`).slice(0, 20);
  const type = "text/javascript; charset=utf-8";
  const response = await answerAsset(request, { type, version, read: () => readFile(BUILT) });
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  return response;
}
