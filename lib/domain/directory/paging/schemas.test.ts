import { expect, test } from "vitest";
import { paginate } from "@/lib/domain/directory/paging/paginate";
import { filterList, filterOneOf, filterText, flag, PageQuery } from "@/lib/domain/directory/paging/schemas";

test.each([
  [undefined, 1, 50],
  ["", 1, 50],
  ["  ", 1, 50],
  ["abc", 1, 50],
  ["2x", 1, 50],
  ["0", 1, 1],
  ["-7", 1, 1],
  ["0.9", 1, 1],
  ["2.9", 2, 2],
  [" 7 ", 7, 7],
  ["101", 101, 100],
  ["10001", 10_000, 100],
  ["Infinity", 10_000, 100],
])("asked as %j it is page %i, and %i rows a page", (text, page, pageSize) => {
  expect(PageQuery.parse({ page: text, pageSize: text })).toEqual({ page, pageSize });
});

test.each([
  // Rows, page asked for; the page given, how many there are, and its neighbours.
  [0, 1, 1, 1, null, null],
  [10, 1, 1, 1, null, null],
  [11, 1, 1, 2, 2, null],
  [25, 2, 2, 3, 3, 1],
  [25, 3, 3, 3, null, 2],
  [25, 9999, 3, 3, null, 2],
  // No page after this one can be asked for, so that none is promised.
  [100_001, 10_000, 10_000, 10_001, null, 9_999],
  [100_001, 9_999, 9_999, 10_001, 10_000, 9_998],
])("of %i rows, ten a page, page %i is page %i of %i", (total, asked, page, pageCount, nextPage, previousPage) => {
  expect(paginate(total, { page: asked, pageSize: 10 })).toEqual({
    ...{ page, pageSize: 10, total, pageCount, nextPage, previousPage, offset: (page - 1) * 10 },
    hasNextPage: nextPage !== null,
    hasPreviousPage: previousPage !== null,
  });
});

test("a filter that is blank, or none of its values, is absent", () => {
  expect([undefined, "", "  ", " Denver "].map((text) => filterText.parse(text))).toEqual([
    ...[undefined, undefined, undefined, "Denver"],
  ]);
  const oneOf = filterOneOf(["open", "shut"]);
  expect(["open", " shut ", "ajar", "", undefined].map((text) => oneOf.parse(text))).toEqual([
    ...["open", "shut", undefined, undefined, undefined],
  ]);
});

test("a list of a filter has each value once, in lower case, and no blank", () => {
  expect(filterList.parse(" Families,,OPERATORS , families")).toEqual(["families", "operators"]);
  expect(filterList.parse(undefined)).toEqual([]);
});

test.each([
  ["1", true],
  ["true", true],
  [" YES ", true],
  ["0", false],
  ["on", false],
  ["", false],
  [undefined, false],
])("a flag of %j is %s", (text, is) => {
  expect(flag.parse(text)).toBe(is);
});
