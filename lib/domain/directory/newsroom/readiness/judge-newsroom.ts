import type { NewsroomReadiness } from "@/lib/domain/directory/newsroom/readiness/schemas";

type Figures = Pick<
  NewsroomReadiness,
  "sourceRegistrySummary" | "sourceSummary" | "articleSummary" | "derivativeSummary"
>;
type Verdict = Pick<NewsroomReadiness, "status" | "blockers" | "nextActions">;

const READY = "The newsroom is ready: keep publishing and reviewing new sources.";

/** What keeps the newsroom from publishing regularly, and so how ready it is (contract 5.18). */
export function judgeNewsroom(figures: Figures): Verdict {
  const { sourceRegistrySummary: sources, sourceSummary: items } = figures;
  const { articleSummary: articles, derivativeSummary: derivatives } = figures;
  const isBlocked = sources.blocked + items.blockedByPolicy + articles.blockedByPolicy > 0;
  const blockers = [
    sources.approved === 0 && "Approve a content source.",
    sources.rss === 0 && "Register an RSS source.",
    items.newItems + items.triagedItems === 0 && "Bring in news items: none is new or triaged.",
    articles.pendingReview + articles.approved + articles.published === 0 && "Bring an article to review.",
    articles.published === 0 && "Publish an article.",
    (derivatives.socialPosts === 0 || derivatives.newsletterBlurbs === 0) &&
      "Prepare social posts and newsletter blurbs from articles.",
    derivatives.podcastBriefs === 0 && "Prepare a podcast brief.",
    isBlocked && "Resolve the sources, news items or articles that are blocked.",
  ].filter((blocker) => blocker !== false);
  return {
    status: isBlocked ? "blocked" : blockers.length > 0 ? "action_required" : "ready",
    blockers,
    nextActions: blockers.length > 0 ? blockers : [READY],
  };
}
