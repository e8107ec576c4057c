import type { AdminSession } from "@/lib/domain/admins/schemas";

// The order counts: Edge and Opera call themselves Chrome, too, and Chrome calls itself Safari.
const BROWSERS: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrom(e|ium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

// Phones first: Android says Linux, and an iPhone says Mac OS.
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const firstOf = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** "Firefox on Linux", or the program's own first word. */
export function deviceOf({ userAgent, origin }: Pick<AdminSession, "userAgent" | "origin">): string {
  if (!userAgent) return origin === "API" ? "A program" : "A browser";
  const [browser, system] = [firstOf(BROWSERS, userAgent), firstOf(SYSTEMS, userAgent)];
  if (browser) return system ? `${browser} on ${system}` : browser;
  return userAgent.split(/[\s/]/)[0] || "A program";
}
