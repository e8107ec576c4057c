import type { database } from "@/db/client";
import { usageBuffer } from "@/lib/http/usage-buffer";
import type { changeListener } from "@/lib/platform/change-listener";
import { takeSingletons } from "@/lib/platform/singleton";

/**
 * Ends what this process holds open, and forgets what it keeps: the next use begins as in a process that just started.
 * Returns what it kept, by its names.
 */
export async function forgetProcess(): Promise<ReadonlyMap<string, unknown>> {
  await usageBuffer().flush();
  const kept = takeSingletons();
  const get = <Make extends () => unknown>(name: string) => kept.get(name) as ReturnType<Make> | undefined;
  await Promise.all([
    get<typeof changeListener>("change-listener")?.stop(),
    get<typeof database>("database")?.sql.end({ timeout: 1 }),
  ]);
  return kept;
}
