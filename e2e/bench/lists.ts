import { load } from "@/e2e/bench/http-load";
import { median, type Report } from "@/e2e/bench/report";
import { signedReads } from "@/e2e/bench/requests";
import type { BenchPartner } from "@/e2e/bench/seed";

const SUMMARY_BAR_MS = 300;
const LIST_BAR_MS = 50;
const PAGE = 20;
const LIST = "/v1/partner/transactions";

/** The summary, and pages at the beginning, in the middle and at the end of long lists. */
function targets(transactions: number, users: number): Record<string, string> {
  const pages = (total: number) => ({ first: 1, middle: Math.ceil(total / PAGE / 2), last: Math.ceil(total / PAGE) });
  const of = (name: string, path: string, total: number) =>
    Object.entries(pages(total)).map(([place, page]) => [`${name}_${place}`, `${path}page=${page}`]);
  const typed = transactions - Math.floor(transactions / 50);
  return {
    summary: "/v1/partner/dashboard/summary",
    ...Object.fromEntries([
      ...of("transactions", `${LIST}?`, transactions),
      ...of("rewards", `${LIST}?type=DISTRIBUTION&`, typed),
      ...of("oldest", `${LIST}?sort=createdAt&`, transactions),
      ...of("users", "/v1/partner/users?", users),
    ]),
    of_a_user: "/v1/partner/users/past-1/transactions",
  };
}

type Measured = { port: number; partner: BenchPartner; transactions: number; users: number; durationMs: number };

/** How long a caller waits for one page when nobody else asks. */
export async function measureLists(report: Report, measured: Measured): Promise<void> {
  const { port, partner, transactions, users, durationMs } = measured;
  for (const [name, target] of Object.entries(targets(transactions, users))) {
    const { latenciesMs } = await load(port, { connections: 1, durationMs, next: signedReads(partner, target) });
    const bar = name === "summary" ? SUMMARY_BAR_MS : LIST_BAR_MS;
    const detail = `median of ${latenciesMs.length}, ${transactions} transactions`;
    report.add(`list_${name}`, { value: median(latenciesMs), unit: "ms", bar, isCeiling: true, detail });
  }
}
