import { expect, test } from "vitest";
import { USAGE_FILE, usageRows } from "@/components/admin/usage/usage-file";
import { printCsv } from "@/components/portal/export/print-csv";

const outcomes = { calls: 5, succeeded: 2, clientErrors: 2, serverErrors: 1, rateLimited: 1 };

test("the file holds every figure of the screen, once", () => {
  const rows = usageRows({
    period: { from: "2026-03-01T00:00:00.000Z", to: "2026-03-01T01:00:00.000Z" },
    interval: "hour",
    totals: { ...outcomes, p50Ms: 5, p95Ms: 9 },
    series: [{ t: "2026-03-01T00:00:00.000Z", ...outcomes }],
    topPartners: [{ partnerId: "p1", name: "Acme, Inc.", ...outcomes }],
    topRoutes: [{ method: "GET", route: "/v1/partner/users", ...outcomes }],
    topErrorCodes: [{ code: "USER_NOT_FOUND", status: 404, calls: 2, partners: 1 }],
  });
  expect(printCsv(USAGE_FILE, rows).split("\r\n")).toEqual([
    "Part,Name,ID,Calls,Succeeded,Client errors,Server errors,Rate limited",
    "Total,2026-03-01T00:00:00.000Z to 2026-03-01T01:00:00.000Z,,5,2,2,1,1",
    "Time,2026-03-01T00:00:00.000Z,,5,2,2,1,1",
    'Partner,"Acme, Inc.",p1,5,2,2,1,1',
    "Route,GET /v1/partner/users,,5,2,2,1,1",
    "Error code,USER_NOT_FOUND,,2,,,,",
    "",
  ]);
});
