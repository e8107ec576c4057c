import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { announce, inngestClient, localMessages, nudgeOutbox } from "@/inngest/client";
import { deliveryDue, outboxWaiting } from "@/inngest/events";
import { type Receiver, startReceiver } from "@/lib/testing/webhook-receiver";

// Stands for Inngest's event API, whose address the SDK reads when the client is made.
let inngest: Receiver;
const held: (() => void)[] = [];
let isHeld = false;

beforeAll(async () => {
  inngest = await startReceiver((_request, response) => {
    const answer = () => response.writeHead(200, { "content-type": "application/json" }).end('{"ids":[],"status":200}');
    if (isHeld) held.push(answer);
    else answer();
  });
  Object.assign(process.env, { INNGEST_BASE_URL: inngest.url, INNGEST_EVENT_KEY: "an-event-key" });
});
afterAll(() => inngest.close());
beforeEach(() => void inngest.received.splice(0));

const sent = () => inngest.received.flatMap((request) => JSON.parse(request.body));

test("messages go to Inngest with their time, and with no id by which a second one would be dropped", async () => {
  const onLocal = vi.fn();
  localMessages().on("message", onLocal);
  const at = new Date("2030-01-01T00:00:00.000Z");
  const data = { deliveryId: "whd_1", webhookId: "w1", attempt: 2 };
  await announce([outboxWaiting, deliveryDue({ ...data, at })]);
  expect(sent()).toMatchObject([
    { name: "portico/outbox.waiting", data: {} },
    { name: "portico/delivery.due", data, ts: at.getTime() },
  ]);
  expect(sent().every((message) => !message.id)).toBe(true);
  expect(onLocal).not.toHaveBeenCalled();
});

test("a thousand nudges at once become two messages: one under way, one for what came since", async () => {
  isHeld = true;
  for (let count = 0; count < 1000; count += 1) nudgeOutbox();
  await vi.waitFor(() => expect(held).toHaveLength(1), 20_000);
  isHeld = false;
  held[0]!();
  await vi.waitFor(() => expect(inngest.received).toHaveLength(2), 20_000);
  nudgeOutbox();
  await vi.waitFor(() => expect(inngest.received.length).toBeGreaterThanOrEqual(3), 20_000);
});

test("an Inngest that refuses fails nobody", async () => {
  vi.spyOn(await inngestClient(), "send").mockRejectedValue(new Error("no connection"));
  await expect(announce(outboxWaiting)).resolves.toBeUndefined();
});
