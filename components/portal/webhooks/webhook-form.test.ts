import { describe, expect, test } from "vitest";
import { EMPTY_FORM, fieldErrors, formOf, readForm, type WebhookForm } from "@/components/portal/webhooks/webhook-form";

const FILLED: WebhookForm = { ...EMPTY_FORM, url: " https://partner.example/hooks ", eventTypes: ["action.completed"] };

function errorsOf(change: Partial<WebhookForm>) {
  const read = readForm({ ...FILLED, ...change });
  return "errors" in read ? read.errors : {};
}

describe("the form of a webhook", () => {
  test("becomes the contract's input, without what was left empty", () => {
    const read = readForm({
      ...FILLED,
      headers: [
        { name: " X-Tenant ", value: "7" },
        { name: "", value: "" },
      ],
    });
    expect(read).toEqual({
      input: {
        url: "https://partner.example/hooks",
        eventTypes: ["action.completed"],
        receiveAllEvents: false,
        headers: { "X-Tenant": "7" },
      },
    });
  });

  test("of a webhook that has headers keeps them, since their values cannot be shown", () => {
    const webhook = { url: FILLED.url, description: null, receiveAllEvents: false, eventTypes: ["action.completed"] };
    const kept = formOf({ ...webhook, headers: { "X-Tenant": "••••" } } as never);
    expect(kept.headers).toBeNull();
    expect(readForm(kept)).toEqual({ input: expect.not.objectContaining({ headers: expect.anything() }) });
    expect(formOf({ ...webhook, headers: {} } as never).headers).toEqual([]);
  });

  test("forgets single events when all are wanted", () => {
    expect(readForm({ ...FILLED, receiveAllEvents: true })).toMatchObject({
      input: { eventTypes: [], receiveAllEvents: true },
    });
  });

  test("asks for a URL and for an event, both at once", () => {
    expect(errorsOf({ url: "  ", eventTypes: [] })).toEqual({
      url: "Fill this in.",
      eventTypes: "Choose at least one event, or receive all.",
    });
  });

  test("names the header that is refused, and why", () => {
    expect(errorsOf({ headers: [{ name: "Content-Type", value: "text/plain" }] }).headers).toContain(
      "set by the sender",
    );
    expect(errorsOf({ headers: [{ name: "X-Line", value: "a\nb" }] }).headers).toContain("X-Line");
  });

  test("refuses two headers of one name before one of them gets lost", () => {
    const headers = [
      { name: "X-Tenant", value: "7" },
      { name: "x-tenant", value: "8" },
    ];
    expect(errorsOf({ headers }).headers).toContain("another name");
  });
});

test("what the server refuses stands at its field, in a sentence", () => {
  expect(
    fieldErrors([
      { field: "url", issue: "must be an https URL" },
      { field: "eventTypes[0]", issue: "must be the name of an event" },
      { field: "secret", issue: "is not known" },
    ]),
  ).toEqual({ url: "Must be an https URL.", eventTypes: "Must be the name of an event." });
});
