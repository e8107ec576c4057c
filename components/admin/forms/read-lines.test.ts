import { expect, test } from "vitest";
import { readLines } from "@/components/admin/forms/read-lines";
import { Cidr } from "@/lib/domain/keys/schemas";

const read = (text: string) => readLines(text, Cidr, "write addresses or ranges");

test("a list may be written by lines or commas, and names each entry once", () => {
  expect(read(" 192.0.2.1,\n10.0.0.0/8\n\n192.0.2.1 ")).toEqual({ values: ["192.0.2.1", "10.0.0.0/8"] });
  expect(read("")).toEqual({ values: [] });
});

test("the first entry that is none is named", () => {
  expect(read("10.0.0.0/8 home 10.0.0.0/40")).toEqual({
    wrong: "“home” is not accepted: write addresses or ranges.",
  });
});
