/** Reads the colour tokens from the style sheet and compares them, as WCAG 2 computes contrast. Used by tests alone. */

export type Theme = "light" | "dark";
export type Oklch = { l: number; c: number; h: number };

const DECLARATION = /--([\w-]+):\s*([^;]+);/g;
const LIGHT_DARK = /^light-dark\((.+?\)),\s*(.+)\)$/s;
const REFERENCE = /^var\(--([\w-]+)\)$/;
const OKLCH = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/;

export function readTokens(css: string) {
  const values = new Map<string, string>();
  for (const [, name, value] of css.matchAll(DECLARATION)) {
    // The first definition is the general one; later ones are exceptions such as the sandbox tint.
    if (name && value && !values.has(name)) values.set(name, value.trim());
  }

  function colour(name: string, theme: Theme): Oklch {
    const value = values.get(name);
    if (value === undefined) throw new Error(`No token --${name}`);
    return parse(value, theme);
  }

  function parse(value: string, theme: Theme): Oklch {
    const pair = LIGHT_DARK.exec(value);
    if (pair) return parse((theme === "light" ? pair[1] : pair[2]) ?? "", theme);
    const reference = REFERENCE.exec(value);
    if (reference?.[1]) return colour(reference[1], theme);
    const [, l, c, h] = OKLCH.exec(value) ?? [];
    if (!l || !c || !h) throw new Error(`Not a colour: ${value}`);
    return { l: Number(l), c: Number(c), h: Number(h) };
  }

  return { colour };
}

export function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

// Björn Ottosson's OKLab matrices. A channel outside sRGB is clipped, as the screen would.
function luminance({ l, c, h }: Oklch): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short;
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short;
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue);
}
