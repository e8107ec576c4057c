"use client";

import {
  createSerializer,
  type inferParserType,
  type ParserMap,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { toInstants } from "@/components/portal/filters/date-range";
import { PAGE_SIZE } from "@/components/portal/page-size";

const FRAME = {
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(["createdAt", "-createdAt"]).withDefault("-createdAt"),
  page: parseAsInteger.withDefault(1),
  opened: parseAsString,
};

type Given<C> = { [Name in keyof C]?: NonNullable<C[Name]> };
type Frame = inferParserType<typeof FRAME>;

/** What a list page knows of its state. `filters` and `period` are what the list and its file have in common. */
export type ListFilters<C> = C &
  Frame & {
    isFiltered: boolean;
    filters: Given<C>;
    period: ReturnType<typeof toInstants>;
    input: { page: string; limit: string; sort: Frame["sort"] } & Given<C> & ReturnType<typeof toInstants>;
    /** A changed filter starts over at the first page and closes the panel. */
    filter: (next: Partial<C & Pick<Frame, "from" | "to" | "sort">>) => void;
    clear: () => void;
    turnTo: (page: number) => void;
    open: (id: string | null) => void;
    addressOf: (id: string) => string;
  };

/** A list's page: where it stands, the URL's name of its open entry, and its own filters by the API's names. */
export type ListPage<M extends ParserMap> = {
  path: string;
  panel: string;
  choices: M;
  /** Where the URL's name of a filter is another one than the API's. */
  urlNames?: Record<string, string>;
};

/** A list's state, kept in the URL: what is asked for, and which entry's panel is open. */
export function useListFilters<M extends ParserMap>(list: ListPage<M>): ListFilters<inferParserType<M>> {
  type C = inferParserType<M>;
  // A generic map hides its keys from the compiler: what is read from these parsers is C and the frame's own.
  const parsers: ParserMap = { ...list.choices, ...FRAME };
  const options = { urlKeys: { ...list.urlNames, opened: list.panel } };
  const [state, set] = useQueryStates(parsers, options);
  const { from, to, sort, page, opened, ...rest } = state as C & Frame;
  const chosen = rest as unknown as C;
  const period = toInstants({ from, to });
  const filters = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null)) as Given<C>;
  const nothing = Object.fromEntries([...Object.keys(list.choices), "from", "to"].map((name) => [name, null]));
  const address = createSerializer(parsers, options);
  return {
    ...chosen,
    ...{ from, to, sort, page, opened, filters, period },
    isFiltered: Object.keys(filters).length > 0 || from !== null || to !== null || page > 1,
    input: { page: String(page), limit: String(PAGE_SIZE), sort, ...filters, ...period },
    filter: (next) => void set({ page: null, opened: null, ...next }),
    clear: () => void set({ ...nothing, page: null, opened: null }),
    turnTo: (next) => void set({ page: next, opened: null }, { scroll: true }),
    open: (id) => void set({ opened: id }, { history: opened === null ? "push" : "replace" }),
    addressOf: (id) => `${list.path}${address({ ...state, opened: id })}`,
  };
}
