import { expect, test } from "vitest";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { proveInCrowd } from "@/lib/domain/giving/ledger/model/prove-in-crowd";
import { proveInStep } from "@/lib/domain/giving/ledger/model/prove-in-step";
import { testCtx } from "@/lib/testing/context";

// A short one of each; `npm run prove:ledger` is the whole.

/** Always the same draws here: new ones are for the long proof, which prints its seed. */
const seed = Number(process.env.LEDGER_SEED ?? 20_260_101);
const operations = Number(process.env.LEDGER_OPS ?? 600);

test(`every answer and every figure is the model's (LEDGER_SEED=${seed})`, { timeout: 300_000 }, async () => {
  await proveInStep({ seed, operations });
  expect(await checkLedger(testCtx(new Date()))).toEqual([]);
});

test(`of many at once, each is answered as at its turn (LEDGER_SEED=${seed})`, { timeout: 300_000 }, async () => {
  await proveInCrowd({ seed, operations, concurrency: 16 });
});
