import type { BenchServer, BenchServers } from "@/e2e/bench/bench-servers";
import { compare, slice } from "@/e2e/bench/compare";
import { load } from "@/e2e/bench/http-load";
import { median, type Report } from "@/e2e/bench/report";
import { bareReads, keyedReads, type Source } from "@/e2e/bench/requests";
import type { BenchDirectory } from "@/e2e/bench/seed";

const BASE = "/api/v1/partner";
const LIST = `${BASE}/providers`;
const BAR_MS = 50;

type Compared = {
  directory: BenchDirectory;
  servers: BenchServers;
  lane: { name: string; server: BenchServer; bar: number };
  rounds: number;
  durationMs: number;
  connections: number;
};

async function read(port: number, secret: string, target: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${target}`, { headers: { "x-senior-guru-api-key": secret } });
  if (answer.status !== 200) throw new Error(`${target} was answered with ${answer.status}: ${await answer.text()}`);
  return answer.text();
}

/** The list of providers beside a bare handler of the same process that answers the same bytes. */
export async function compareProviderLists(report: Report, compared: Compared): Promise<void> {
  const { directory, servers, lane, rounds, durationMs, connections } = compared;
  servers.recordAnswer(await read(lane.server.port, directory.secrets[0]!, LIST));
  const reading = (source: () => Source) =>
    slice(lane.server, { connections, durationMs, source }, ({ perSecond }) => perSecond);
  const ours = reading(() => keyedReads(directory.secrets, LIST));
  const { ratio, detail } = await compare(
    rounds,
    reading(() => bareReads("recorded")),
    ours,
  );
  report.add(`providers_${lane.name}`, { value: ratio, unit: "ratio", bar: lane.bar, detail });
}

const LISTS = {
  events: "/events?",
  reviews: "/reviews?",
  posts: "/community/posts?",
  articles: "/newsroom/articles?",
  articles_by_text: "/newsroom/articles?q=costs%2012&",
  newsletters: "/newsroom/newsletters?",
  sources: "/newsroom/sources?",
  placements: "/ads/placements?",
  campaigns: "/campaigns?",
  campaign_metrics: "/campaigns?includeMetrics=true&",
  providers_by_city: "/providers?city=Denver&",
  providers_by_name: "/providers?q=abc&",
  posts_by_city: "/community/posts?city=denver&state=co&",
} as const;

const OF_PROVIDER = [
  "visibility",
  "reputation-readiness",
  "review-summary",
  "event-summary",
  "community-summary",
  "ad-summary",
  "campaign-summary",
  "newsletter-summary",
];

/** Pages at the beginning, in the middle and at the end, where the server's own count says they lie. */
async function pagesOf(port: number, secret: string, [name, path]: [string, string]): Promise<[string, string][]> {
  const { meta } = JSON.parse(await read(port, secret, `${BASE}${path}page=1`));
  const { pageCount } = meta.pagination;
  const pages = { first: 1, middle: Math.ceil(pageCount / 2), last: pageCount };
  return Object.entries(pages).map(([place, page]) => [`${name}_${place}`, `${BASE}${path}page=${page}`]);
}

function summaries({ providerId, eventId }: BenchDirectory): [string, string][] {
  return [
    ...OF_PROVIDER.map((name): [string, string] => [name.replaceAll("-", "_"), `${LIST}/${providerId}/${name}`]),
    ["provider", `${LIST}/${providerId}`],
    ["event_analytics", `${BASE}/events/${eventId}/analytics`],
    ["aggregation_readiness", `${BASE}/aggregation/readiness`],
    ["newsroom_performance", `${BASE}/newsroom/performance`],
    ["newsroom_readiness", `${BASE}/newsroom/readiness`],
  ];
}

/** Pages of the provider list are kept: each of these is another one, and read for the first time. */
function unkeptProviders(secrets: readonly string[], pageCount: number): Source {
  const sources = Array.from({ length: pageCount }, (_, n) =>
    keyedReads([secrets[n % secrets.length]!], `${LIST}?page=${pageCount - n}`),
  );
  return () => sources.pop()?.();
}

/** How long a caller waits for a summary or a page when nobody else asks. */
export async function measureDirectory(
  report: Report,
  { port, directory, durationMs }: { port: number; directory: BenchDirectory; durationMs: number },
): Promise<void> {
  const { secrets, rows } = directory;
  const measure = async (name: string, next: Source) => {
    const { latenciesMs } = await load(port, { connections: 1, durationMs, next });
    const detail = `median of ${latenciesMs.length}, ${rows}`;
    report.add(name, { value: median(latenciesMs), unit: "ms", bar: BAR_MS, isCeiling: true, detail });
  };
  const { meta } = JSON.parse(await read(port, secrets[0]!, `${LIST}?pageSize=50`));
  await measure("providers_unkept", unkeptProviders(secrets, meta.pagination.pageCount - 1));
  for (const [name, target] of summaries(directory)) await measure(name, keyedReads(secrets, target));
  for (const list of Object.entries(LISTS)) {
    for (const [name, target] of await pagesOf(port, secrets[0]!, list))
      await measure(name, keyedReads(secrets, target));
  }
}
