import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", ".next/**"],
    pool: "forks",
    // One more than the two cores we count on: a test waits for its database half of the time.
    maxWorkers: 3,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ["lib/testing/global-setup.ts"],
    setupFiles: ["lib/testing/setup.ts"],
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    // A passing test has nothing to say; a failing one shows what it printed.
    silent: "passed-only",
  },
});
