import type { Browser, BrowserContext } from "@playwright/test";
import { expectNoFaults, findFaults } from "@/e2e/support/expect-no-faults";
import { DEMO_PASSWORD, expect, newAddress, signIn, signInAsAdmin, test } from "@/e2e/support/fixtures";
import { ADMIN_ROUTES, openRoute, ROUTES, type Route } from "@/e2e/support/routes";

// The limit on a user's requests is per minute, and these read many pages: two people share them.
const READERS = ["owner@acme.example", "developer@acme.example"];

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
    await expectNoFaults(page, route.name, { foreign: route.foreign });
    expect([...origins]).toEqual([baseURL]);
    expect(broken).toEqual([]);
    await page.close();
  });
}

test("faults are seen where there are some, of each kind that is looked for", async ({ page }) => {
  await page.setContent('<main><img src="x"><p style="color: #ccc; background: #fff">Pale</p></main>');
  const all = await findFaults(page);
  expect(all).toContainEqual('image-alt: <img src="x">');
  expect(all).toContainEqual(expect.stringMatching(/^color-contrast: /));
  expect(await findFaults(page, { only: ["color-contrast"] })).toHaveLength(1);
  expect(await findFaults(page, { foreign: "p" })).not.toContainEqual(expect.stringMatching(/^color-contrast: /));
});

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
