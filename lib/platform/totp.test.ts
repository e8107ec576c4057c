import { expect, test } from "vitest";
import { base32, matchTotpStep, newTotpSecret, totpCode, totpStep, totpUri } from "@/lib/platform/totp";

/** RFC 6238, appendix B: the last six of the eight digits that stand there for SHA-1. */
const SECRET = base32(Buffer.from("12345678901234567890"));
const VECTORS: [seconds: number, code: string][] = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
];
const at = (seconds: number) => new Date(seconds * 1000);

test.each(VECTORS)("at %i seconds the code is that of the RFC", (seconds, code) => {
  expect(totpCode(SECRET, totpStep(at(seconds)))).toBe(code);
  expect(matchTotpStep(SECRET, code, at(seconds))).toBe(totpStep(at(seconds)));
});

test("base 32 is that of RFC 4648", () => {
  const vectors = { f: "MY", fo: "MZXQ", foo: "MZXW6", foob: "MZXW6YQ", fooba: "MZXW6YTB", foobar: "MZXW6YTBOI" };
  for (const [bytes, text] of Object.entries(vectors)) expect(base32(Buffer.from(bytes))).toBe(text);
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
});

test("a code counts one step early and one late, and names its own step", () => {
  const step = totpStep(at(1_234_567_890));
  for (const off of [-1, 0, 1]) {
    expect(matchTotpStep(SECRET, totpCode(SECRET, step + off), at(1_234_567_890))).toBe(step + off);
  }
  for (const off of [-2, 2]) expect(matchTotpStep(SECRET, totpCode(SECRET, step + off), at(1_234_567_890))).toBeNull();
});

test.each(["", "28708", "2870820", "28708a", "２８７０８２"])("%o is no code", (code) => {
  expect(matchTotpStep(SECRET, code, at(59))).toBeNull();
});

test("an authenticator app learns issuer, account and secret", () => {
  expect(totpUri(SECRET, "a+b@example.org")).toBe(
    `otpauth://totp/Portico:a%2Bb%40example.org?secret=${SECRET}&issuer=Portico&algorithm=SHA1&digits=6&period=30`,
  );
});
