import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { THEMES, WIDTHS } from "@/e2e/support/routes";

type Look = { width: (typeof WIDTHS)[number]; colorScheme: (typeof THEMES)[number] };

type Looking = {
  /** What another's part does inside itself is its own affair, and so is a banner that it brings beside ours. */
  foreign?: string | undefined;
  /** Done at each look, such as a picture. */
  each?: (look: Look) => Promise<unknown>;
};

const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Looks at the page as it is now, in both widths and themes: axe sees no fault, and nothing is wider than the screen. */
export async function expectNoFaults(page: Page, name: string, { foreign, each }: Looking = {}): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      // A theme changes colours and nothing else: all other rules have seen this width already.
      const only = colorScheme === THEMES[0] ? undefined : RULES_OF_COLOUR;
      const faults = await findFaults(page, { foreign, only });
      expect(faults, `${name}, ${width} px, ${colorScheme}`).toEqual([]);
      await each?.({ width, colorScheme });
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name}, ${width} px: wider than the screen`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
}

/** What axe sees in the page as it is now: each rule with the elements that break it. */
export async function findFaults(
  page: Page,
  { foreign, only }: { foreign?: string | undefined; only?: string[] | undefined } = {},
): Promise<string[]> {
  const place = foreign ? { exclude: [foreign] } : {};
  const options: axe.RunOptions = {
    resultTypes: ["violations"],
    ...(only && { runOnly: only }),
    ...(foreign && !only && { rules: { "landmark-no-duplicate-banner": { enabled: false } } }),
  };
  // Half a megabyte that stays until the page is left: once is enough.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ place, options }) => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await inPage.run({ include: [document.documentElement], ...place }, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
    },
    { place, options },
  );
}
