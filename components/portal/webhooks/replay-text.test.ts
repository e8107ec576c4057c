import { describe, expect, test } from "vitest";
import { replayInput, replaySentence } from "@/components/portal/webhooks/replay-text";

const iso = (written: string) => new Date(written).toISOString();

describe("a replay", () => {
  test("of failures asks for a time alone", () => {
    expect(replayInput({ kind: "failed", from: "2026-01-01T10:00", to: "2026-01-02T10:00" })).toEqual({
      failedSince: iso("2026-01-01T10:00"),
    });
  });

  test("of a range may be open at its end", () => {
    const range = { kind: "range", from: "2026-01-01T10:00" } as const;
    expect(replayInput({ ...range, to: "" })).toEqual({ from: iso("2026-01-01T10:00") });
    expect(replayInput({ ...range, to: "2026-01-02T10:00" })).toMatchObject({ to: iso("2026-01-02T10:00") });
  });

  test.each([
    ["", ""],
    ["yesterday", ""],
    ["2026-01-01T10:00", "later"],
  ])("from “%s” until “%s” is not asked for", (from, to) => {
    expect(replayInput({ kind: "range", from, to })).toBeNull();
  });
});

test.each([
  [{ count: 0, lastAttemptAt: null, hasMore: false }, "preview", "No event fits: nothing would be sent."],
  [{ count: 1, lastAttemptAt: null, hasMore: false }, "done", "1 event will be sent."],
  [
    { count: 1200, lastAttemptAt: "2026-01-01T10:12:00.000Z", hasMore: true },
    "preview",
    "1,200 events would be sent, the last one at 10:12 UTC. More fit than one replay takes: replay again afterwards.",
  ],
] as const)("%j reads “%s”", (outcome, told, sentence) => {
  expect(replaySentence(outcome, told)).toBe(sentence);
});
