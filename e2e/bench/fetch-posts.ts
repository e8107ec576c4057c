import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

// The yardstick of deliveries: `fetch` and nothing else, each POST signed as the contract says. Prints POSTs per second.

const [url = "", concurrency = "", durationMs = "", bytes = ""] = process.argv.slice(2);
const SECRET = `whsec_${"0123456789abcdef".repeat(4)}`;
const LEAD_IN_MS = 300;
const body = JSON.stringify({ id: "evt_0", data: "x".repeat(Number(bytes) - 29) });

async function post(): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", SECRET).update(`${timestamp}.${body}`).digest("hex");
  const headers = {
    "Content-Type": "application/json",
    "X-SIR-Timestamp": timestamp,
    "X-SIR-Signature": `sha256=${signature}`,
  };
  const answer = await fetch(url, { method: "POST", headers, body });
  if (answer.status !== 200) throw new Error(`The receiver answered ${answer.status}.`);
  await answer.text();
}

let done = 0;
let isOver = false;
const lanes = Array.from({ length: Number(concurrency) }, async () => {
  for (; !isOver; done += 1) await post();
});
await pause(LEAD_IN_MS);
const before = done;
const startedAt = performance.now();
await pause(Number(durationMs));
console.log((1000 * (done - before)) / (performance.now() - startedAt));
isOver = true;
await Promise.all(lanes);
