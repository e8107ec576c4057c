import { describe, expect, test } from "vitest";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ApiError } from "@/lib/client/call";
import { Register } from "@/lib/domain/accounts/schemas";

const OPTIONS = { fields: {}, shouldUseNativeValidation: false } as const;
const FILLED = {
  email: "jane@example.org",
  password: "a long pass phrase",
  firstName: "Jane",
  lastName: "Moss",
  organizationName: "Acme Outdoor",
};

async function messagesOf(values: Partial<typeof FILLED>) {
  const { errors } = await contractResolver(Register)({ ...FILLED, ...values }, undefined, OPTIONS);
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.message]));
}

describe("a form by the contract's schema says in sentences that", () => {
  test("an empty field is to be filled in", async () => {
    expect(await messagesOf({ firstName: "", email: "" })).toEqual({
      firstName: "Fill this in.",
      email: "Fill this in.",
    });
  });

  test("a text is too short", async () => {
    expect(await messagesOf({ password: "short" })).toEqual({ password: "Use at least 12 characters." });
  });

  test("a text is too long", async () => {
    expect(await messagesOf({ lastName: "x".repeat(81) })).toEqual({ lastName: "Use at most 80 characters." });
  });

  test("a rule with words of its own is broken", async () => {
    expect(await messagesOf({ email: "jane" })).toEqual({ email: "Must be an e-mail address." });
  });
});

test("what the contract accepts passes unchanged", async () => {
  const { values, errors } = await contractResolver(Register)(FILLED, undefined, OPTIONS);
  expect(errors).toEqual({});
  expect(values).toEqual(FILLED);
});

describe("a failed call becomes a sentence", () => {
  test("from its code, where the code has one", () => {
    expect(problemSentence(new ApiError({ code: "NETWORK_ERROR", message: "x" }))).toContain("Check the connection");
  });

  test("from the fields the server names", () => {
    const details = [{ field: "expiresAt", issue: "must lie in the future" }];
    const error = new ApiError({ code: "VALIDATION_ERROR", message: "x", details });
    expect(problemSentence(error)).toBe("ExpiresAt must lie in the future.");
  });

  test("from what the server says of a state that does not allow it", () => {
    const message = "The campaign's schedule has ended.";
    const details = [{ field: "schedule.endsAt", issue: "lies in the past" }];
    const error = new ApiError({ code: "INVALID_STATE_TRANSITION", message, details });
    expect(problemSentence(error)).toBe(`${message} Schedule.endsAt lies in the past.`);
  });

  test("from the server's own message otherwise", () => {
    const error = new ApiError({ code: "SOMETHING_NEW", message: "The pool is paused." });
    expect(problemSentence(error)).toContain("The pool is paused.");
  });
});
