import { expect, test } from "vitest";
import { csvOf } from "@/lib/domain/api-clients/csv";

test.each([
  ["plain text", "plain text"],
  [" blanks around ", " blanks around "],
  ["a,b", '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ["two\nlines", '"two\nlines"'],
  ["semi;colon", "semi;colon"],
  [undefined, ""],
  [null, ""],
  ["", ""],
  [false, "false"],
  [0, "0"],
  [-1, "-1"],
  ["-1", "'-1"],
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["@x", "'@x"],
  ["=1,2", `"'=1,2"`],
])("%j is written as %j", (cell, written) => {
  expect(csvOf(["a", "b"], [{ a: "x", b: cell }])).toBe(`a,b\nx,${written}`);
});

test("without rows there is the header alone, and no line end after the last line", () => {
  expect(csvOf(["a", "b"], [])).toBe("a,b");
});
