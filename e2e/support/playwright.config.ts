import { defineConfig } from "@playwright/test";

// The servers under test are started by global-setup.ts. It needs a production build: `npm test` makes one.

export default defineConfig({
  testDir: "..",
  testMatch: ["api/**/*.spec.ts", "portal/**/*.spec.ts", "admin/**/*.spec.ts"],
  outputDir: "../../test-results",
  globalSetup: "./global-setup.ts",
  workers: 2,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Root has no sandbox of its own; what is opened here is only our own server.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
    screenshot: "only-on-failure",
  },
});
