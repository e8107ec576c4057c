import { expect, test } from "vitest";
import { printCsv } from "@/components/portal/export/print-csv";

const cell = (value: string | number | null) =>
  printCsv([{ header: "h", value: () => value }], [0]).slice("h\r\n".length, -2);

test("headers are the first line, and every line ends alike", () => {
  const columns = [
    { header: "id", value: (row: { id: string; n: number }) => row.id },
    { header: "tokens", value: (row: { id: string; n: number }) => row.n },
  ];
  expect(printCsv(columns, [{ id: "a", n: 1 }])).toBe("id,tokens\r\na,1\r\n");
  expect(printCsv(columns, [])).toBe("id,tokens\r\n");
});

test.each([
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  [null, ""],
  [0, "0"],
  [-5, "-5"],
])("%j is written %s", (value, written) => {
  expect(cell(value)).toBe(written);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\tx", "＝1"])("%j does not run as a formula", (value) => {
  expect(cell(value)).toBe(`'${value}`);
});

test("a formula with quotes is both marked and quoted", () => {
  expect(cell('=HYPERLINK("http://a.example")')).toBe(`"'=HYPERLINK(""http://a.example"")"`);
  expect(cell("\r=1")).toBe(`"'\r=1"`);
});
