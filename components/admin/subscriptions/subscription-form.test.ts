import { expect, test } from "vitest";
import { NewSubscriptionForm } from "@/components/admin/subscriptions/subscription-form";

const FORM = {
  apiClientId: "api-client-1",
  targetUrl: "https://partner.example/hook",
  eventTypes: ["provider.updated"],
};
const isTaken = (changes: object) => NewSubscriptionForm.safeParse({ ...FORM, ...changes }).success;

test("a subscription needs a client, an https address and an event", () => {
  expect(isTaken({})).toBe(true);
  expect(isTaken({ apiClientId: "" })).toBe(false);
  expect(isTaken({ eventTypes: [] })).toBe(false);
});

test.each(["http://partner.example/hook", "partner.example/hook", "ftp://partner.example", ""])(
  "%s is no address that deliveries go to",
  (targetUrl) => expect(isTaken({ targetUrl })).toBe(false),
);

test("blanks around a pasted address are dropped", () => {
  expect(NewSubscriptionForm.parse({ ...FORM, targetUrl: ` ${FORM.targetUrl} ` }).targetUrl).toBe(FORM.targetUrl);
});
