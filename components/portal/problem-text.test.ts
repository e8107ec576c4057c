import { expect, test } from "vitest";
import { problemText } from "@/components/portal/problem-text";
import { type Endpoint, errorsOf } from "@/lib/contract/endpoint";
import * as giving from "@/lib/contract/giving";

const codes = new Set(Object.values(giving).flatMap((declared) => errorsOf(declared as Endpoint)));
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
