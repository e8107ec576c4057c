"use client";

import { z } from "zod";
import { AUDIT_ACTIONS, actionText } from "@/components/admin/audit/audit-text";
import type { AuditFilterState } from "@/components/admin/audit/use-audit-filters";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { TextFilter } from "@/components/portal/filters/text-filter";
import { ObjectId } from "@/lib/domain/shared/schemas";

const Id = z.string().min(1).max(64, "must have at most 64 characters");

/** What was done, by whom, to what and when; and whose it is, where there are several partners. */
export function AuditFilters({ filters, ofAll = false }: { filters: AuditFilterState; ofAll?: boolean }) {
  const { action, actor, target, partnerId, from, to, filter } = filters;
  // An action that the address names and the list lacks can still be taken away.
  const actions = [...new Set([...AUDIT_ACTIONS, ...(action ? [action] : [])])];
  return (
    <FilterLine
      filters={[
        {
          key: "action",
          label: "What",
          single: true,
          options: actions.map((value) => ({ value, label: actionText(value) })),
        },
      ]}
      values={{ action: action ? [action] : [] }}
      onValuesChange={(values) => filter({ action: values.action?.[0] ?? null })}
    >
      <TextFilter
        label="Who"
        hint={
          ofAll
            ? "The ID of a person or key, or a job's name."
            : "The ID of a person or key, a job's name, or platform."
        }
        schema={Id}
        value={actor}
        onChange={(next) => filter({ actor: next })}
      />
      <TextFilter
        label="Target"
        hint="The ID of what was changed, in full."
        schema={Id}
        value={target}
        onChange={(next) => filter({ target: next })}
      />
      {ofAll && (
        <TextFilter
          label="Partner"
          hint="The partner's ID."
          schema={ObjectId}
          value={partnerId}
          onChange={(next) => filter({ partnerId: next })}
        />
      )}
      <DateFilter label="When" range={{ from, to }} onChange={filter} />
    </FilterLine>
  );
}
