import { afterEach, expect, test, vi } from "vitest";
import { type ApiError, call } from "@/lib/client/call";
import { readInvitation } from "@/lib/contract/giving";

afterEach(() => vi.unstubAllGlobals());

/** What a call that was answered so throws. */
async function problemOf(status: number, body: unknown): Promise<ApiError> {
  const headers = { "content-type": "application/json", "x-request-id": "req_1" };
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status, headers }));
  return call(readInvitation, { token: "t" }).then(
    () => Promise.reject(new Error("the call was not refused")),
    (error: ApiError) => error,
  );
}

test("a refusal of the giving API keeps its sentence and what it says of each field", async () => {
  const problem = await problemOf(422, {
    statusCode: 422,
    code: "INVALID_SPLITS",
    message: "The splits must add up to 10000.",
    error: "Unprocessable Entity",
    details: [{ field: "splits", issue: "add up to 9500" }],
    requestId: "req_2",
  });
  expect(problem).toMatchObject({
    status: 422,
    code: "INVALID_SPLITS",
    message: "The splits must add up to 10000.",
    requestId: "req_2",
  });
  expect(problem.issueOf("splits")).toBe("add up to 9500");
});

test("a refusal of the directory is read by the same names", async () => {
  expect(await problemOf(409, { error: "This claim has been decided.", code: "claim_already_decided" })).toMatchObject({
    status: 409,
    code: "CLAIM_ALREADY_DECIDED",
    message: "This claim has been decided.",
    requestId: "req_1",
  });
});

test("an answer of something else on the way is named as one", async () => {
  expect(await problemOf(502, "<html>")).toMatchObject({ status: 502 });
});
