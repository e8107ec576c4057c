import { expect, test } from "vitest";
import { problemText } from "@/components/portal/problem-text";
import * as claims from "@/lib/contract/directory/admin-claims";
import * as clients from "@/lib/contract/directory/admin-clients";
import * as webhooks from "@/lib/contract/directory/admin-webhooks";
import { type Endpoint, errorsOf } from "@/lib/contract/endpoint";
import * as giving from "@/lib/contract/giving";

const shown = [giving, clients, claims, webhooks].flatMap((group) =>
  Object.values<Endpoint>(group as Record<string, Endpoint>),
);
const codes = new Set(shown.flatMap(errorsOf));
const UNKNOWN = problemText({ code: "NEVER_HEARD_OF" }).blocker;

test.each([...codes].map((code) => code.toUpperCase()))("%s is explained: blocker, cause, next step", (code) => {
  const text = problemText({ code });
  expect(text.blocker).not.toBe(UNKNOWN);
  expect(text.cause).toMatch(/\.$/);
  expect(text.nextStep).toMatch(/\.$/);
  expect(Object.values(text).join(" ")).not.toMatch(/please|simply|successfully|!|\.\./i);
});

test("a code without sentences of its own shows the server's message", () => {
  expect(problemText({ code: "NEVER_HEARD_OF", message: "The moon is full." }).cause).toBe("The moon is full.");
});
