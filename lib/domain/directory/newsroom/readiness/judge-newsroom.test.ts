import { expect, test } from "vitest";
import { judgeNewsroom } from "@/lib/domain/directory/newsroom/readiness/judge-newsroom";

type Figures = Parameters<typeof judgeNewsroom>[0];

const READY: Figures = {
  sourceRegistrySummary: { total: 2, approved: 2, pending: 0, needsLegalReview: 0, blocked: 0, rss: 1 },
  sourceSummary: { total: 2, newItems: 1, triagedItems: 1, blockedByPolicy: 0 },
  articleSummary: { total: 1, published: 1, approved: 0, pendingReview: 0, blockedByPolicy: 0 },
  derivativeSummary: { total: 3, socialPosts: 1, newsletterBlurbs: 1, podcastBriefs: 1, appFeedPosts: 0 },
};

const judge = <K extends keyof Figures>(part: K, changes: Partial<Figures[K]>) =>
  judgeNewsroom({ ...READY, [part]: { ...READY[part], ...changes } });

test("a newsroom with sources, items, articles and derivatives is ready", () => {
  expect(judgeNewsroom(READY)).toMatchObject({ status: "ready", blockers: [] });
  expect(judgeNewsroom(READY).nextActions).toHaveLength(1);
});

test("each missing step asks for action", () => {
  for (const verdict of [
    judge("sourceRegistrySummary", { approved: 0 }),
    judge("sourceRegistrySummary", { rss: 0 }),
    judge("sourceSummary", { newItems: 0, triagedItems: 0 }),
    judge("articleSummary", { published: 0, approved: 1 }),
    judge("derivativeSummary", { socialPosts: 0 }),
    judge("derivativeSummary", { newsletterBlurbs: 0 }),
    judge("derivativeSummary", { podcastBriefs: 0 }),
  ]) {
    expect(verdict.status).toBe("action_required");
    expect(verdict.blockers).toHaveLength(1);
    expect(verdict.nextActions).toEqual(verdict.blockers);
  }
  expect(judge("articleSummary", { published: 0 }).blockers).toHaveLength(2);
});

test("a blocked source, item or article blocks it", () => {
  expect(judge("sourceRegistrySummary", { blocked: 1 }).status).toBe("blocked");
  expect(judge("sourceSummary", { blockedByPolicy: 1 }).status).toBe("blocked");
  expect(judge("articleSummary", { blockedByPolicy: 1 }).status).toBe("blocked");
  expect(judge("sourceRegistrySummary", { needsLegalReview: 1 }).status).toBe("ready");
});
