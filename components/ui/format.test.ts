import { describe, expect, test } from "vitest";
import { initials } from "./account-menu";
import { cn } from "./class-names";
import { parseSort, printSort } from "./data-table-sort";
import { formatRelative, formatUtc } from "./format-time";
import { rangeLabel } from "./pagination";
import { printEnv } from "./secret-reveal";
import { isCurrent } from "./sidebar";

const now = new Date("2026-01-31T12:00:00.000Z");

describe("relative times", () => {
  test.each([
    ["2026-01-31T11:59:55.000Z", "just now"],
    ["2026-01-31T11:59:15.000Z", "45s ago"],
    ["2026-01-31T11:57:00.000Z", "3m ago"],
    ["2026-01-31T10:00:01.000Z", "1h ago"],
    ["2026-01-29T12:00:00.000Z", "2d ago"],
    ["2026-02-03T12:00:00.000Z", "in 3d"],
  ])("%s reads %s", (at, expected) => {
    expect(formatRelative(new Date(at), now)).toBe(expected);
  });

  test("the absolute form names its zone", () => {
    expect(formatUtc(now)).toBe("2026-01-31 12:00:00 UTC");
  });
});

describe("the range of a page", () => {
  test.each([
    [{ page: 1, pageSize: 50, total: 1204 }, "1-50 of 1,204"],
    [{ page: 25, pageSize: 50, total: 1204 }, "1,201-1,204 of 1,204"],
    [{ page: 1, pageSize: 50, total: 0 }, "0 of 0"],
  ])("%o reads %s", (props, expected) => {
    expect(rangeLabel(props)).toBe(expected);
  });
});

test("a sort survives the way to the table and back", () => {
  expect(printSort(parseSort("-createdAt"))).toBe("-createdAt");
  expect(printSort(parseSort("name"))).toBe("name");
  expect(printSort(parseSort(undefined))).toBeUndefined();
});

test("a downloaded .env holds one variable a line", () => {
  const secrets = [
    { label: "Secret key", variable: "PORTICO_SECRET_KEY", value: "sk_test_1" },
    { label: "Signing secret", variable: "PORTICO_HMAC_SECRET", value: "abc" },
  ];
  expect(printEnv(secrets)).toBe("PORTICO_SECRET_KEY=sk_test_1\nPORTICO_HMAC_SECRET=abc\n");
});

test("initials come from the first and the last word", () => {
  expect(initials("Ada Augusta Byron")).toBe("AB");
  expect(initials("ada")).toBe("A");
  expect(initials("")).toBe("?");
});

test("an entry is current on its page and below it, unless it asks for exactness", () => {
  const item = { href: "/keys", label: "Keys", icon: null };
  expect(isCurrent(item, "/keys/key_1")).toBe(true);
  expect(isCurrent(item, "/keys-old")).toBe(false);
  expect(isCurrent({ ...item, exact: true }, "/keys/key_1")).toBe(false);
});

test("a size and a colour stand side by side; the later of two sizes wins", () => {
  expect(cn("text-dense text-content-muted", "text-body")).toBe("text-content-muted text-body");
});
