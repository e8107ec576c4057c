import { mkdirSync, rmSync } from "node:fs";
import { type BrowserContext, chromium } from "@playwright/test";
import { findChromium } from "@/e2e/support/find-chromium";
import { DEMO_PASSWORD, signIn, signInAsAdmin } from "@/e2e/support/fixtures";
import { isBuildFresh } from "@/e2e/support/is-build-fresh";
import { ADMIN_ROUTES, openRoute, ROUTES, THEMES, WIDTHS } from "@/e2e/support/routes";
import { runCommand } from "@/e2e/support/run-command";
import { newWorld } from "@/e2e/support/world";

// npm run screenshots: every page with the demo's data, light and dark, wide and narrow, into screenshots/.

const FOLDER = "screenshots";
const HEIGHTS = { 1440: 900, 390: 844 } as const;

if (!isBuildFresh()) {
  console.log("Building for production first.");
  await runCommand(["npm", "run", "build"]);
}
const executablePath = findChromium(console.log) ?? undefined;
const world = newWorld();
try {
  const server = await world.start();
  try {
    await world.run("tsx", "db/run-seed.ts");
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({ executablePath, args });
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER);
    const options = { baseURL: server.url, reducedMotion: "reduce" as const };
    await photograph(
      await browser.newContext(options),
      ROUTES.filter((route) => !route.isPrivate),
    );
    const portal = await browser.newContext({ ...options, extraHTTPHeaders: { "x-forwarded-for": "10.0.0.1" } });
    await signIn(await portal.newPage(), { email: "owner@acme.example", password: DEMO_PASSWORD });
    await photograph(
      portal,
      ROUTES.filter((route) => route.isPrivate),
    );
    const platform = await browser.newContext({ ...options, extraHTTPHeaders: { "x-forwarded-for": "10.0.0.2" } });
    await signInAsAdmin(await platform.newPage());
    await photograph(platform, ADMIN_ROUTES);
    await browser.close();
  } finally {
    await server.stop();
  }
} finally {
  await world.remove();
}
console.log(`${(ROUTES.length + ADMIN_ROUTES.length) * THEMES.length * WIDTHS.length} screenshots are in ${FOLDER}/.`);

async function photograph(context: BrowserContext, routes: typeof ROUTES): Promise<void> {
  const page = await context.newPage();
  for (const route of routes) {
    // Opened once: theme and width change in place, which spares the user's limit of requests a minute.
    await openRoute(page, route);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHTS[width] });
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await page.screenshot({ path: `${FOLDER}/${route.name}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
  }
  await page.close();
}
