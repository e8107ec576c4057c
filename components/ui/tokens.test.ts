import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast, readTokens, type Theme } from "./tokens-contrast";

const root = join(import.meta.dirname, "../..");
const tokens = readTokens(readFileSync(join(root, "app/globals.css"), "utf8"));
const THEMES: Theme[] = ["light", "dark"];

const GROUNDS = ["bg-canvas", "bg-subtle", "bg-muted", "bg-floating"];
const STATUS_GROUNDS = [
  ["content-success", "bg-success-subtle"],
  ["content-warning", "bg-warning-subtle"],
  ["content-danger", "bg-danger-subtle"],
  ["content-accent", "bg-accent-subtle"],
  ["content-sandbox", "bg-sandbox-subtle"],
] as const;

const textPairs: (readonly [string, string])[] = [
  ...["content", "content-muted", "content-accent", "content-success", "content-warning", "content-danger"].flatMap(
    (ink) => GROUNDS.map((ground) => [ink, ground] as const),
  ),
  ...["bg-canvas", "bg-subtle", "bg-floating", "bg-control"].map((ground) => ["content-subtle", ground] as const),
  ...STATUS_GROUNDS,
  ...STATUS_GROUNDS.map(([, ground]) => ["content", ground] as const),
  ...STATUS_GROUNDS.map(([, ground]) => ["content-muted", ground] as const),
  ["content", "bg-selected"],
  ["content-muted", "bg-selected"],
  ["content-inverse", "bg-inverse"],
  ...["bg-accent", "primary-hover", "bg-sandbox", "sandbox-hover", "bg-danger", "bg-danger-hover"].map(
    (ground) => ["content-on-fill", ground] as const,
  ),
];

const edgePairs: (readonly [string, string])[] = [
  ...["border-control", "border-accent", "border-danger", "focus"].flatMap((edge) =>
    ["bg-canvas", "bg-subtle", "bg-floating", "bg-control"].map((ground) => [edge, ground] as const),
  ),
  ...["chart-accent", "chart-ink", "chart-muted", "chart-error"].map((mark) => [mark, "bg-canvas"] as const),
];

describe.each(THEMES)("in the %s theme", (theme) => {
  test.each(textPairs)("%s is readable on %s (4.5:1)", (ink, ground) => {
    expect(contrast(tokens.colour(ink, theme), tokens.colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edgePairs)("%s can be made out on %s (3:1)", (edge, ground) => {
    expect(contrast(tokens.colour(edge, theme), tokens.colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe("the arithmetic agrees with known values", () => {
  test("black on white is 21:1", () => {
    expect(contrast({ l: 0, c: 0, h: 0 }, { l: 1, c: 0, h: 0 })).toBeCloseTo(21, 1);
  });

  test("pure sRGB red on white is 4:1", () => {
    expect(contrast({ l: 0.62796, c: 0.25768, h: 29.234 }, { l: 1, c: 0, h: 0 })).toBeCloseTo(4, 1);
  });
});

const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => join(folder, file)),
);

describe.each(sources)("%s", (file) => {
  const source = readFileSync(join(root, file), "utf8");

  test("names no raw colour and no arbitrary size", () => {
    const arbitrary = source.match(/[\w/-]+-\[(?:#|\d|\.\d|rgb|hsl|oklch|calc|var)[^\]\s]*\]/g);
    const rawColours = source.match(/["'\s](?:#[0-9a-f]{3,8}|(?:rgba?|hsla?|oklch)\([^)]*\))["'\s;]/gi);
    expect(arbitrary ?? []).toEqual([]);
    expect(rawColours ?? []).toEqual([]);
  });

  test("takes its space from 4, 8, 12, 16, 24, 32, 48", () => {
    const used = source.match(/(?<=["'\s:])-?(?:[mp][xytrblse]?|gap(?:-[xy])?|space-[xy])-[\d.]+(?=["'\s])/g) ?? [];
    const offScale = used.filter((name) => !/-(?:0|1|2|3|4|6|8|12)$/.test(name));
    expect(offScale).toEqual([]);
  });
});
