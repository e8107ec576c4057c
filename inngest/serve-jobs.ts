import type { Inngest, InngestFunction } from "inngest";
import { inngestClient } from "@/inngest/client";
import type { Job, JobInput } from "@/inngest/functions/job";
import { JOBS } from "@/inngest/jobs";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { singleton } from "@/lib/platform/singleton";

type Handler = (request: Request, context: unknown) => Promise<Response>;
type Served = Record<"GET" | "POST" | "PUT", Handler>;

/** A cron expression; one that steps over a whole hour would be refused. */
function cronOf(everyMinutes: number): string {
  return everyMinutes === 60 ? "0 * * * *" : `*/${everyMinutes} * * * *`;
}

/** A job as a function of Inngest. */
export function toInngest(inngest: Inngest, job: Job): InngestFunction.Any {
  const { limit, per } = job.concurrency;
  return inngest.createFunction(
    {
      id: job.name,
      triggers: [
        "message" in job.trigger ? { event: job.trigger.message } : { cron: cronOf(job.trigger.everyMinutes) },
      ],
      retries: job.retries,
      concurrency: per ? { limit, key: `event.data.${per}` } : { limit },
    },
    // Inngest hands over what was announced under this name; `announce` takes nothing of another shape.
    async ({ event }: { event: { data: unknown } }) => job.run(event.data as JobInput),
  );
}

async function serveByInngest(): Promise<Served> {
  const [{ serve }, client] = await Promise.all([import("inngest/next"), inngestClient()]);
  if (client.mode === "dev") logger.warn("INNGEST_DEV is set: calls to /api/inngest are not checked for signatures");
  // The adapter reads nothing of a request that the standard one lacks.
  return serve({ client, functions: JOBS.map((job) => toInngest(client, job)) }) as unknown as Served;
}

/**
 * The endpoint from which Inngest runs the jobs; the package itself refuses calls that are not signed with the signing key.
 * Where no Inngest is configured there is nothing here.
 */
export function serveJobs(method: keyof Served): Handler {
  return async (request, context) => {
    if (!env().inngest) {
      const message = "Jobs run inside this server. Set INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY to serve them here.";
      return Response.json({ message }, { status: 404 });
    }
    const served = await singleton("inngest-handlers", serveByInngest);
    return served[method](request, context);
  };
}
