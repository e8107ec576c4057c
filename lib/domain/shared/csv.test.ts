import { expect, test } from "vitest";
import { csvOf } from "@/lib/domain/shared/csv";

test.each([
  ["plain text", "plain text", '"plain text"'],
  ["", "", '""'],
  [null, "", '""'],
  [undefined, "", '""'],
  [0, "0", '"0"'],
  [false, "false", '"false"'],
  ["one, two", '"one, two"', '"one, two"'],
  ['a "b"', '"a ""b"""', '"a ""b"""'],
  ["a\nb", '"a\nb"', '"a\nb"'],
  ["a\rb", '"a\rb"', '"a\rb"'],
  ["=1+1", "'=1+1", `"'=1+1"`],
  ["+1", "'+1", `"'+1"`],
  ["-1", "'-1", `"'-1"`],
  ["@a", "'@a", `"'@a"`],
  ["a=1", "a=1", '"a=1"'],
  [["=a", "b"], "'=a; b", `"'=a; b"`],
  [[], "", '""'],
])("%j is written as %s, or where all cells are quoted as %s", (cell, bare, quoted) => {
  const rows = [{ a: cell, b: "x" }];
  expect(csvOf(["a", "b"], rows)).toBe(`a,b\n${bare},x`);
  expect(csvOf(["a", "b"], rows, { isQuoted: true })).toBe(`a,b\n${quoted},"x"`);
});

test("no row leaves the header, without an end of line", () => {
  expect(csvOf(["a", "b"], [])).toBe("a,b");
});
