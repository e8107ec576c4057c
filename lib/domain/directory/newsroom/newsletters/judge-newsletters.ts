import type { NewsletterSummary } from "@/lib/domain/directory/newsroom/newsletters/schemas";

type Attempt = { status: NewsletterSummary["deliveryHealth"][number]["status"]; hasError: boolean };
type Figures = { newsletters: number; blockedAttempts: number; taggedMetrics: number };
type Verdict = Pick<NewsletterSummary, "blockers" | "nextActions">;

const KEEP_GOING = "Newsletters reach providers and are measured: keep the rhythm.";

/** What stands in the way of newsletters for providers (contract 5.10). */
export function judgeNewsletters({ newsletters, blockedAttempts, taggedMetrics }: Figures): Verdict {
  const blockers = [
    newsletters === 0 && "No approved, scheduled or sent newsletter addresses providers or operators.",
    blockedAttempts > 0 && "A delivery was blocked: resolve it before the next edition.",
    taggedMetrics === 0 && "No opens, clicks or leads are recorded for this provider.",
  ].filter((blocker) => blocker !== false);
  return { blockers, nextActions: blockers.length > 0 ? blockers : [KEEP_GOING] };
}

/** Why a delivery did not go out, in words of ours: a mail provider's own error may name recipients. */
export function deliveryBlockers({ status, hasError }: Attempt): string[] {
  if (status === "blocked") return ["The delivery was blocked before it was sent."];
  return hasError ? ["The delivery provider reported a problem."] : [];
}
