import { checkInstallation } from "@/lib/domain/installation/check-installation";
import { limitStoreState } from "@/lib/http/limits/limit-store-chooser";

/** 200 when database and migrations are right, else 503, with the reasons either way. */
export async function answerReadiness(): Promise<Response> {
  const problems = await checkInstallation();
  const limits = limitStoreState();
  const body = { status: problems.length === 0 ? "ready" : "not ready", problems, limits };
  return Response.json(body, {
    status: problems.length === 0 ? 200 : 503,
    headers: problems.length === 0 ? {} : { "Retry-After": "2" },
  });
}
