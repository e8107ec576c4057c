import { expect, test } from "vitest";
import { fileName } from "@/components/portal/export/file-name";

const NOW = new Date("2026-03-01T12:30:45.678Z");
const scope = { what: "transactions", environment: "sandbox" };

test("a file names its environment and its period", () => {
  const period = { from: "2026-01-01T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z" };
  expect(fileName({ ...scope, ...period }, NOW)).toBe(
    "portico-transactions-sandbox-20260101T000000Z-20260201T000000Z.csv",
  );
});

test("a period without an end ends with the export, one without a start says so", () => {
  expect(fileName({ ...scope, from: "2026-01-01T00:00:00.000Z" }, NOW)).toContain(
    "-20260101T000000Z-20260301T123045Z.csv",
  );
  expect(fileName(scope, NOW)).toBe("portico-transactions-sandbox-until-20260301T123045Z.csv");
});
