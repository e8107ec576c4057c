import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export const TSC = join(process.cwd(), "node_modules/typescript/bin/tsc");

/** A partner's project with the Node.js package in it, as npm would have put it there. */
export async function makeSdkProject(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "portico-sdk-"));
  const installed = join(folder, "node_modules/@theseniorguru/webhooks");
  await mkdir(installed, { recursive: true });
  await run(process.execPath, [TSC, "-p", "sdk/node/tsconfig.json", "--outDir", join(installed, "dist")]);
  await cp("sdk/node/package.json", join(installed, "package.json"));
  await symlink(join(process.cwd(), "node_modules/@types"), join(folder, "node_modules/@types"));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
