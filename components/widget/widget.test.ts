import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError, connectApi } from "@/components/widget/api";
import { pollStatus } from "@/components/widget/poll-status";
import { readSettings } from "@/components/widget/settings";
import type { DonationStatus } from "@/lib/domain/giving/donations/schemas";

const SRC = "https://partners.example.org/widget/v1/donate.js";
const KEY = `pk_test_${"ab".repeat(32)}`;

test("the script stays under 12 KiB, compressed, and brings nothing of others along", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ["components/widget/donate.ts"],
    ...{
      bundle: true,
      minify: true,
      format: "iife",
      target: "es2022",
      write: false,
      metafile: true,
      outfile: "donate.js",
    },
  });
  expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThan(12 * 1024);
  expect(Object.keys(metafile.inputs).filter((path) => path.includes("node_modules"))).toEqual([]);
  expect(outputFiles[0]!.text).not.toMatch(/localStorage|sessionStorage|document\.cookie|innerHTML/);
});

describe("the script's element", () => {
  test("says all there is to say", () => {
    const dataset = {
      ...{
        partnerKey: KEY,
        nonprofit: "red-cross",
        amounts: "5, 12.5,nonsense,-1",
        currency: "EUR",
        frequency: "monthly",
      },
      ...{ provider: "stripe", userId: "cust-1", theme: "dark", target: "#here" },
    };
    expect(readSettings({ dataset, src: SRC })).toEqual({
      ...{ partnerKey: KEY, nonprofit: "red-cross", amounts: [5, 12.5], currency: "EUR", frequency: "monthly" },
      ...{
        provider: "stripe",
        userId: "cust-1",
        theme: "dark",
        target: "#here",
        origin: "https://partners.example.org",
      },
    });
  });

  test.each([undefined, "", `sk_test_${"ab".repeat(32)}`, "whsec_1"])("with the key %s is refused", (partnerKey) => {
    const read = () => readSettings({ dataset: { partnerKey, nonprofit: "red-cross" }, src: SRC });
    expect(read).toThrow(expect.objectContaining({ code: "PUBLISHABLE_KEY_REQUIRED" }));
  });
});

describe("a call", () => {
  const settings = readSettings({ dataset: { partnerKey: KEY, nonprofit: "red-cross" }, src: SRC });
  afterEach(() => vi.unstubAllGlobals());

  test("goes to where the script came from, with the key and no cookie", async () => {
    const fetched = vi.fn(async () => Response.json({ donationLink: "x" }));
    vi.stubGlobal("fetch", fetched);
    await connectApi(settings).createLink({ amount: 1 });
    expect(fetched).toHaveBeenCalledWith(
      "https://partners.example.org/v1/partner/donations/create-link",
      expect.objectContaining({
        ...{ method: "POST", credentials: "omit", body: '{"amount":1}' },
        headers: { "X-Partner-Key": KEY, "Content-Type": "application/json" },
      }),
    );
  });

  test("that is refused says so with the API's code", async () => {
    vi.stubGlobal("fetch", async () => Response.json({ code: "TIP_NOT_SUPPORTED", message: "No." }, { status: 422 }));
    await expect(connectApi(settings).config()).rejects.toEqual(new ApiError("TIP_NOT_SUPPORTED", "No."));
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(connectApi(settings).config()).rejects.toMatchObject({ code: "NETWORK_ERROR" });
  });
});

describe("the state of a donation", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const state = (status: string, rewardStatus = "NONE") => ({ status, rewardStatus }) as DonationStatus;

  test("is asked for every 3 seconds for 2 minutes, and told when it changes", async () => {
    const status = vi.fn(async () => state("PENDING", "PENDING"));
    const told = vi.fn();
    pollStatus({ status }, "don_1", told);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(status).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(300_000);
    expect([status.mock.calls.length, told.mock.calls.length]).toEqual([40, 1]);
  });

  test("is followed past a failed question to the end of donation and reward, and no further", async () => {
    const answers = [state("PENDING", "PENDING"), null, state("COMPLETED", "PENDING"), state("COMPLETED", "ISSUED")];
    const status = vi.fn(async () => answers.shift() ?? Promise.reject(new Error("away")));
    const told: string[] = [];
    pollStatus({ status }, "don_1", (each) => told.push(`${each.status} ${each.rewardStatus}`));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(["PENDING PENDING", "COMPLETED PENDING", "COMPLETED ISSUED"]);
    expect(status).toHaveBeenCalledTimes(4);
  });

  test("is asked for no more once somebody ends it", async () => {
    const status = vi.fn(async () => state("PENDING"));
    const stop = pollStatus({ status }, "don_1", () => {});
    await vi.advanceTimersByTimeAsync(3_000);
    stop();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(status).toHaveBeenCalledTimes(1);
  });
});
