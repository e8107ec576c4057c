import { expect, test } from "vitest";
import { printCsv } from "@/lib/http/documents/print-csv";

test.each([
  ["text", '"text"'],
  ['say "yes", twice\nor so', '"say ""yes"", twice\nor so"'],
  [["a", "b; c"], '"a; b; c"'],
  [[], '""'],
  [undefined, '""'],
  [null, '""'],
  [12, '"12"'],
  [-1, '"-1"'],
  ["=1+1", `"'=1+1"`],
  [["-1", "b"], `"'-1; b"`],
  ["+1", `"'+1"`],
  ["@x", `"'@x"`],
])("%j is printed as %s", (cell, printed) => {
  expect(printCsv(["a", "b"], [{ a: "x", b: cell }])).toBe(`a,b\n"x",${printed}`);
});

test("without rows there is the header alone", () => {
  expect(printCsv(["a", "b"], [])).toBe("a,b");
});
