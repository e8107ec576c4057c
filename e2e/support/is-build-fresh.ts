import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// The last thing that a build writes.
const BUILT = ".next/server.mjs";
const SOURCES = ["app", "components", "lib", "db", "inngest", "public", "sdk/node/src"];
const SETTINGS = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "server.ts"];

/** Whether the production build is newer than everything it is made from. */
export function isBuildFresh(): boolean {
  const builtAt = changedAt(BUILT);
  if (builtAt === 0) return false;
  return [...SOURCES.flatMap(filesBelow), ...SETTINGS].every((path) => changedAt(path) <= builtAt);
}

function filesBelow(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    // Tests are no part of the build. A folder changes when one of its files is removed.
    if (entry.isDirectory()) return [path, ...filesBelow(path)];
    return /\.test\.tsx?$/.test(path) ? [] : [path];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
