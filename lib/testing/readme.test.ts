import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { JOBS } from "@/inngest/jobs";
import { GIVING_TAGS, givingEndpoints } from "@/lib/contract/giving-endpoints";
import { DEMO_PASSWORD } from "@/lib/domain/giving/demo/demo-people";
import { signDelivery } from "@/lib/domain/webhooks/sign-delivery";
import { VARIABLE_NAMES } from "@/lib/platform/env";

const readme = readFileSync("README.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** Rows of the table under a heading, as cells. */
function tableUnder(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]!.split("\n## ")[0]!;
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codeAfter(text: string, language: string): string {
  return readme.split(text)[1]!.split(`\`\`\`${language}\n`)[1]!.split("\n```")[0]!;
}

describe("the README", () => {
  test("lists every variable of the server, and no other", () => {
    expect(tableUnder("Configuration").map(([name]) => name)).toEqual(VARIABLE_NAMES.map((name) => `\`${name}\``));
  });

  test("counts the endpoints of each group", () => {
    const counts = GIVING_TAGS.map(({ name }) => [name, givingEndpoints.filter(({ tag }) => tag === name).length]);
    expect(tableUnder("The API").map(([group, count]) => [group, Number(count)])).toEqual(counts);
  });

  test("lists every job, with the clock it runs by", () => {
    const clocks = JOBS.map(({ name, trigger }) => {
      if ("message" in trigger) return [`\`${name}\``, expect.stringMatching(/^(after|when)/)];
      const every = { 1: "every minute", 60: "every hour" }[trigger.everyMinutes as number];
      return [`\`${name}\``, expect.stringContaining(every ?? `every ${trigger.everyMinutes} minutes`)];
    });
    expect(tableUnder("Jobs").map(([name, runs]) => [name, runs])).toEqual(clocks);
  });

  test("names commands that exist", () => {
    const commands = readme.matchAll(/npm (?:run ([\w:-]+)|(test|start))\b/g);
    for (const [, script, short] of commands) expect(scripts).toHaveProperty([script ?? short!]);
  });

  test("points at files that exist", () => {
    for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(path!)).toBe(true);
  });

  test("tells the demo's password", () => {
    expect(readme).toContain(`the password \`${DEMO_PASSWORD}\``);
  });

  test("signs the first call as the published vector says", () => {
    const script = codeAfter("## The first signed call", "bash")
      .replace(/^export .*$/gm, "")
      .replace("$(date +%s)", "1767225660")
      .replace(/\ncurl [\s\S]*$/, '\nprintf %s "$signature"');
    const secret = "8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d";
    const ran = spawnSync("bash", ["-c", script], { env: { ...process.env, PORTICO_HMAC_SECRET: secret } });
    expect(ran.stdout.toString()).toBe("441e0e2c8b7a11a3af849b654ec7ee80c81afc1f18e0128b9a29e74f736a04cb");
  });

  test("verifies webhooks that are genuine, and no others", async () => {
    const source = codeAfter("## Webhooks: how to verify", "js");
    const url = `data:text/javascript,${encodeURIComponent(source)}`;
    const { isGenuine } = (await import(/* @vite-ignore */ url)) as {
      isGenuine: (headers: Record<string, string>, body: string, secret: string, now?: number) => boolean;
    };
    const [timestamp, body, secret] = [1_767_225_662, '{"id":"evt_1"}', `whsec_${"ab".repeat(32)}`];
    const signed = signDelivery({ eventId: "evt_1", timestamp, body, secret, previousSecret: null });
    const headers = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name.toLowerCase(), value!]));
    expect(isGenuine(headers, body, secret, timestamp + 300)).toBe(true);
    expect(isGenuine(headers, body, secret, timestamp + 301)).toBe(false);
    expect(isGenuine(headers, `${body} `, secret, timestamp)).toBe(false);
    expect(isGenuine({ ...headers, "x-sir-signature": "sha256=0" }, body, secret, timestamp)).toBe(false);
    expect(isGenuine({}, body, secret, timestamp)).toBe(false);
  });
});
