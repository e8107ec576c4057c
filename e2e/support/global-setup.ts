import { newWorld } from "@/e2e/support/world";

/** One seeded world for the whole run, with one server on it. Tests that stop servers make worlds of their own. */
export default async function setup(): Promise<() => Promise<void>> {
  const world = newWorld();
  try {
    const server = await world.start();
    await world.run("tsx", "db/run-seed.ts");
    process.env.E2E_BASE_URL = server.url;
    process.env.E2E_DATA_DIR = world.dataDir;
    return async () => {
      await server.stop();
      await world.remove();
    };
  } catch (error) {
    await world.remove();
    throw error;
  }
}
