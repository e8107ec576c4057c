"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { AuditRecords, RECORDS_SHOWN } from "@/components/admin/audit/audit-records";
import { AUDIT_ACTIONS, actionText } from "@/components/admin/audit/audit-text";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { toInstants } from "@/components/portal/filters/date-range";
import { keepList } from "@/components/portal/list-face";
import { FilterBar } from "@/components/ui/filter-bar";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";

const PARAMETERS = {
  action: parseAsStringLiteral(AUDIT_ACTIONS),
  from: parseAsString,
  to: parseAsString,
  page: parseAsInteger.withDefault(1),
};

const FILTERS = [
  {
    key: "action",
    label: "What",
    single: true,
    options: AUDIT_ACTIONS.map((value) => ({ value, label: actionText(value) })),
  },
];

/** Who did what to the partner, when and why, latest first. */
export function AuditTimeline({ partnerId }: { partnerId: string }) {
  const [{ action, from, to, page }, set] = useQueryStates(PARAMETERS);
  const audit = useQuery({
    ...query(partnersApi.listPartnerAudit, {
      id: partnerId,
      page: String(page),
      limit: String(RECORDS_SHOWN),
      ...(action !== null && { action }),
      ...toInstants({ from, to }),
    }),
    placeholderData: keepList({ id: partnerId }),
  });
  return (
    <Section title="Audit">
      <FilterBar
        filters={FILTERS}
        values={{ action: action ? [action] : [] }}
        onValuesChange={(values) =>
          void set({ action: AUDIT_ACTIONS.find((one) => one === values.action?.[0]) ?? null, page: null })
        }
        actions={<DateFilter range={{ from, to }} onChange={(range) => void set({ ...range, page: null })} />}
      />
      <AuditRecords audit={audit} page={page} onPageChange={(next) => void set({ page: next })} />
    </Section>
  );
}
