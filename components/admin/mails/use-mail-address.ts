"use client";

import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { MAIL_STATUSES } from "@/lib/domain/mail/schemas";

const PARAMETERS = {
  search: parseAsString,
  status: parseAsStringLiteral(MAIL_STATUSES),
  page: parseAsInteger.withDefault(1),
  mail: parseAsString,
};

const address = createSerializer(PARAMETERS);

/** Which mails are listed, and which one is open: kept in the URL. */
export function useMailAddress() {
  const [state, set] = useQueryStates(PARAMETERS);
  const { search, status, page } = state;
  return {
    ...state,
    isFiltered: search !== null || status !== null || page > 1,
    input: {
      page: String(page),
      limit: String(PAGE_SIZE),
      ...(search && { search }),
      ...(status !== null && { status }),
    },
    filter: (next: Partial<Pick<typeof state, "search" | "status">>) => void set({ page: null, mail: null, ...next }),
    turnTo: (next: number) => void set({ page: next, mail: null }, { scroll: true }),
    open: (mail: string | null) => void set({ mail }, { history: state.mail === null ? "push" : "replace" }),
    addressOf: (mail: string) => `/admin/mails${address({ ...state, mail })}`,
  };
}
