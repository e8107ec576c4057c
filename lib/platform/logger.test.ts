import { Writable } from "node:stream";
import pino from "pino";
import { expect, test } from "vitest";
import { describeError, REDACTED } from "@/lib/platform/logger";

function lineOf(write: (log: pino.Logger) => void): string {
  let text = "";
  const sink = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  write(pino({ redact: { paths: REDACTED, censor: "[redacted]" }, serializers: { err: describeError } }, sink));
  return text;
}

test("a failed query is logged without its parameters", () => {
  const cause = Object.assign(new Error("duplicate key"), { code: "23505", parameters: ["s3cret"], args: ["s3cret"] });
  const error = Object.assign(new Error("Failed query: insert … params: s3cret", { cause }), {
    query: "insert into api_keys values ($1)",
    params: ["s3cret"],
  });
  const line = lineOf((log) => log.error({ err: error }, "request failed"));
  expect(line).not.toContain("s3cret");
  expect(line).toContain("insert into api_keys values ($1)");
  expect(line).toContain("23505");
});

test.each(["password", "secret", "secretKey", "hmacSecret", "accessToken", "refreshToken"])(
  "%s never reaches a line, at the top or one level down",
  (field) => {
    const line = lineOf((log) => log.info({ [field]: "s3cret", body: { [field]: "s3cret" } }));
    expect(line).not.toContain("s3cret");
  },
);

test("credential headers never reach a line", () => {
  const headers = { authorization: "Bearer s3cret", "x-partner-key": "sk_s3cret", "x-signature": "s3cret" };
  expect(lineOf((log) => log.info({ headers }))).not.toContain("s3cret");
});
