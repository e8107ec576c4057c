import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { answerAsset } from "@/lib/http/reference";
import { sha256Hex } from "@/lib/platform/crypto";

const BUILT = path.join(/* turbopackIgnore: true */ process.cwd(), ".next", "sdk");

/** The Node.js package of `sdk/`, as the build packed it: `npm install <base URL>/sdk/node.tgz`. */
export async function answerSdkPackage(request: Request): Promise<Response> {
  const names = await readdir(BUILT).catch(() => []);
  const name = names
    .filter((each) => each.endsWith(".tgz"))
    .toSorted()
    .at(-1);
  if (!name) return new Response("The package is not built: run npm run build:sdk.", { status: 404 });
  const file = path.join(BUILT, name);
  const { size, mtimeMs } = await stat(file);
  const version = sha256Hex(`${name} ${size} ${mtimeMs}`).slice(0, 20);
  return answerAsset(request, { type: "application/gzip", version, read: () => readFile(file) });
}
