import { expect, test } from "vitest";
import { pause, pauseAfter, pauseBefore } from "@/components/portal/export/export-pace";
import { ApiError } from "@/lib/client/call";

const refusal = (window: string) =>
  new ApiError({ code: "RATE_LIMIT_EXCEEDED", message: "x", details: { window, limit: 100, retryAfter: 12 } });

test("a minute's limit is waited for as long as the answer says; an hour's and other refusals end the export", () => {
  expect(pauseAfter(refusal("minute"))).toBe(12_000);
  expect(pauseAfter(refusal("hour"))).toBeUndefined();
  expect(pauseAfter(new ApiError({ code: "FORBIDDEN", message: "x" }))).toBeUndefined();
  expect(pauseAfter(new Error("x"))).toBeUndefined();
});

test("the first minute of the longest export leaves a fifth of a user's 100 requests to the pages", () => {
  let [calls, ms] = [0, 0];
  while (ms < 60_000) ms += pauseBefore(calls++);
  expect(calls).toBeLessThanOrEqual(80);
});

test("a pause ends at once when the export is cancelled", async () => {
  const controller = new AbortController();
  const waiting = pause(3_600_000, controller.signal);
  controller.abort(new Error("cancelled"));
  await expect(waiting).rejects.toThrow("cancelled");
  await expect(pause(0, controller.signal)).rejects.toThrow("cancelled");
});
