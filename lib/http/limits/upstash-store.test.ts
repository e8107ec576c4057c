import { Redis } from "@upstash/redis";
import { describe, expect, test } from "vitest";
import { UpstashLimitStore } from "@/lib/http/limits/upstash-store";

const NOW = new Date(Date.UTC(2026, 0, 1));
const CAPS = { hour: 10, minute: 10 };

const answering = (result: unknown) => {
  const request = async <T>() => ({ result: result as T });
  return new UpstashLimitStore(new Redis({ request }));
};

describe("upstash store, with a store that answers what nobody asked", () => {
  test.each([
    ["nothing", null],
    ["a word", "allowed"],
    ["too few numbers", [0, 1]],
    ["an unknown window", [3, 0, 1, 0, 1, 0]],
    ["a negative count", [0, 0, -1, 0, 1, 0]],
    ["text among the numbers", [0, 0, 1, 0, "many", 0]],
  ])("%s is an error, not a permission", async (_name, result) => {
    const store = answering(result);

    await expect(store.consume("b", CAPS, 1, NOW)).rejects.toThrow("answer");
    await expect(store.peek("b", CAPS)).rejects.toThrow("answer");
  });

  test("a claim is won only by the store's own yes", async () => {
    expect(await answering("OK").claim("k", 600)).toBe(true);
    expect(await answering(null).claim("k", 600)).toBe(false);
    await expect(answering("yes").claim("k", 600)).rejects.toThrow("neither yes nor no");
  });
});
