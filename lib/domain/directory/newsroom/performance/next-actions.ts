import type { ContentPerformance } from "@/lib/domain/directory/newsroom/performance/schemas";

const CTR_LOW = 0.02;
const READY = "Content is read, clicked and brings leads: keep publishing.";

/** What would make content work better (contract 5.17). */
export function nextPerformanceActions(totals: ContentPerformance["totals"]): string[] {
  if (totals.metrics === 0) return ["Record views, clicks and leads of published content."];
  const { views, clicks, shares, saves, newsletterOpens, newsletterClicks, leads } = totals;
  const activity = views + clicks + shares + saves + newsletterOpens + newsletterClicks;
  const actions = [
    views > 0 && clicks / views < CTR_LOW && "Sharpen titles and links: fewer than 2 % of views lead to a click.",
    newsletterOpens > 0 &&
      newsletterClicks === 0 &&
      "Add clear links to newsletters: they are opened, but not clicked.",
    activity > 0 && leads === 0 && "Add a way to get in touch: there is activity, but no lead.",
  ].filter((action) => action !== false);
  return actions.length > 0 ? actions : [READY];
}
