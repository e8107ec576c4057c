import { setTimeout as pause } from "node:timers/promises";
import { closeConnections } from "@/lib/domain/connection";
import { prepareInstallation } from "@/lib/domain/installation/prepare-installation";
import { setClusterSize } from "@/lib/http/limits/limit-store-chooser";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { changeListener } from "@/lib/platform/change-listener";
import { logger } from "@/lib/platform/logger";
import { isDatabaseUnavailable } from "@/lib/platform/postgres-errors";

const PREPARE_AGAIN_MS = 1_000;

/**
 * Brings the database up to date and starts listening for changes. While the database is away it tries again, and the
 * server answers 503 meanwhile; anything else that goes wrong is thrown.
 */
export async function beginServing(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await prepareInstallation();
      const listener = changeListener();
      setClusterSize(() => listener.clusterSize);
      return;
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      logger.warn({ err: error }, "the database does not answer yet; trying again");
      await pause(PREPARE_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
  }
}

/** Writes what is buffered and closes every connection. Call it when nothing is in flight any more. */
export async function endServing(): Promise<void> {
  await usageBuffer().flush();
  await changeListener().stop();
  await closeConnections();
}
