import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { DEMO_PASSWORD, expect, newAddress, signIn, signInAsAdmin, test } from "@/e2e/support/fixtures";
import { ADMIN_ROUTES, openRoute, ROUTES, type Route, THEMES, WIDTHS } from "@/e2e/support/routes";

// The limit on a user's requests is per minute, and these read many pages: two people share them.
const READERS = ["owner@acme.example", "developer@acme.example"];

const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

test.describe.configure({ mode: "parallel" });

for (const [index, route] of [...ROUTES, ...ADMIN_ROUTES].entries()) {
  test(`${route.name} has no fault axe can see, in both themes and widths, and asks no other host`, async ({
    browser,
    baseURL,
  }) => {
    const reader = await readerOf(browser, route, index);
    const page = await reader.newPage();
    const origins = new Set<string>();
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") || protocol.startsWith("ws")) origins.add(origin);
    });
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(String(error)));

    await openRoute(page, route);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
        const axe = axeFor(page, route);
        // A theme changes colours and nothing else: all other rules have seen this width already.
        const { violations } = await (colorScheme === THEMES[0] ? axe : axe.withRules(RULES_OF_COLOUR)).analyze();
        const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
        expect(faults, `${width} px, ${colorScheme}`).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px: wider than the screen`).toBeLessThanOrEqual(0);
    }
    expect([...origins]).toEqual([baseURL]);
    expect(broken).toEqual([]);
    await page.close();
  });
}

const readers = new Map<string, Promise<BrowserContext>>();

/**
 * Whoever may read the page, in a browser that stays open for the worker's other pages: as for a visitor who goes on
 * reading, the code they share is loaded once, and the form is gone through once. The journeys are what tests the form.
 */
function readerOf(browser: Browser, route: Route, index: number): Promise<BrowserContext> {
  const who = ADMIN_ROUTES.includes(route) ? "admin" : route.isPrivate ? READERS[index % 2]! : "visitor";
  const reader = readers.get(who) ?? enter(browser, who);
  readers.set(who, reader);
  return reader;
}

async function enter(browser: Browser, who: string): Promise<BrowserContext> {
  const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  if (who === "visitor") return context;
  const page = await context.newPage();
  await (who === "admin" ? signInAsAdmin(page) : signIn(page, { email: who, password: DEMO_PASSWORD }));
  await page.close();
  return context;
}

/** What another's part does inside itself is its own affair, and so is a banner that it brings beside ours. */
function axeFor(page: Page, { foreign }: Route): AxeBuilder {
  // In one go inside the page: there are no frames of others, whose results would have to be gathered on a page between.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  return foreign ? axe.exclude(foreign).disableRules("landmark-no-duplicate-banner") : axe;
}
