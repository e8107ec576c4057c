import { parse } from "postgres-array";

/** `text[]`, `varchar[]` and `char[]`: the array types that our statements use. */
const TYPES = [1009, 1015, 1014];

/**
 * How arrays of texts are written and read. The driver would ask each new connection which array types there are, and a
 * connection that is lost during that question is an unhandled rejection: we tell it instead.
 */
export const textArrays = {
  to: TYPES[0]!,
  from: TYPES,
  /** What is no array is a text that the query builder has written already. */
  serialize: (value: unknown) => (Array.isArray(value) ? `{${value.map(quoted).join(",")}}` : value),
  parse: (text: string) => parse(text),
};

function quoted(value: unknown): string {
  return value === null ? "null" : `"${String(value).replace(/[\\"]/g, "\\$&")}"`;
}
