import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const INSTALLED = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium to test with, installing one where that is possible without asking; null when none can be had. */
export function findChromium(say: (line: string) => void = () => {}): string | null {
  return fromEnvironment() ?? installed() ?? fromDebian(say) ?? fromPlaywright(say);
}

function fromEnvironment(): string | null {
  const path = process.env.CHROMIUM_PATH;
  return path && existsSync(path) ? path : null;
}

function installed(): string | null {
  for (const name of INSTALLED) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return existsSync(mac) ? mac : playwrightsOwn();
}

function fromDebian(say: (line: string) => void): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  say("No Chromium is installed: installing Debian's package.");
  const install = () => aptGet("install", "--yes", "--no-install-recommends", "chromium");
  if (!install()) {
    aptGet("update");
    install();
  }
  return existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}

function aptGet(...args: string[]): boolean {
  // The lock may be held by another installation, for one by the unit tests' Redis.
  const child = spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: "ignore",
  });
  return child.status === 0;
}

function fromPlaywright(say: (line: string) => void): string | null {
  say("No Chromium is installed: trying Playwright's own download.");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
  return playwrightsOwn();
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(findChromium(console.error) ?? "No Chromium could be found or installed.");
}
