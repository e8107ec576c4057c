"use client";

import { useQuery } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { partnerColumns } from "@/components/admin/partners/partner-columns";
import { ACCESS_WORDS, PARTNER_WORDS, TIER_WORDS } from "@/components/admin/partners/partner-words";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { query } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";
import { PARTNER_SORTS } from "@/lib/domain/giving/partner-records/schemas";
import { PARTNER_STATUSES, PRODUCTION_ACCESS, TIERS } from "@/lib/domain/partners/statuses";

const PARAMETERS = {
  search: parseAsString,
  status: parseAsStringLiteral(PARTNER_STATUSES),
  tier: parseAsStringLiteral(TIERS),
  production: parseAsStringLiteral(PRODUCTION_ACCESS),
  sort: parseAsStringLiteral(PARTNER_SORTS).withDefault("-createdAt"),
  page: parseAsInteger.withDefault(1),
};

const FILTERS = [
  {
    key: "status",
    label: "Status",
    single: true,
    options: PARTNER_STATUSES.map((value) => ({ value, label: PARTNER_WORDS[value].word })),
  },
  { key: "tier", label: "Tier", single: true, options: TIERS.map((value) => ({ value, label: TIER_WORDS[value] })) },
  {
    key: "production",
    label: "Production",
    single: true,
    options: PRODUCTION_ACCESS.map((value) => ({ value, label: ACCESS_WORDS[value] })),
  },
];

/** Every partner; search, filters, order and page stand in the URL. */
export function PartnerList() {
  const [{ search, status, tier, production, sort, page }, set] = useQueryStates(PARAMETERS);
  const filter = (next: Parameters<typeof set>[0] & object) => void set({ page: null, ...next });
  const partners = useQuery({
    ...query(partnersApi.listPartners, {
      page: String(page),
      limit: String(PAGE_SIZE),
      sort,
      ...(search && { search }),
      ...(status !== null && { status }),
      ...(tier !== null && { tier }),
      ...(production !== null && { productionAccess: production }),
    }),
    placeholderData: keepList(),
  });
  return (
    <>
      <FilterBar
        search={{
          label: "Search partners",
          value: search ?? "",
          onValueChange: (typed) => filter({ search: typed.trim() || null }),
        }}
        filters={FILTERS}
        values={{
          status: status ? [status] : [],
          tier: tier ? [tier] : [],
          production: production ? [production] : [],
        }}
        onValuesChange={(values) =>
          filter({
            status: PARTNER_STATUSES.find((one) => one === values.status?.[0]) ?? null,
            tier: TIERS.find((one) => one === values.tier?.[0]) ?? null,
            production: PRODUCTION_ACCESS.find((one) => one === values.production?.[0]) ?? null,
          })
        }
      />
      <DataTable
        caption="Partners"
        columns={partnerColumns}
        rowId={(row) => row.id}
        rowHref={(row) => `/admin/partners/${row.id}`}
        page={page}
        pageSize={PAGE_SIZE}
        onPageChange={(next) => void set({ page: next }, { scroll: true })}
        sort={sort}
        onSortChange={(next) => filter({ sort: PARTNER_SORTS.find((one) => one === next) ?? null })}
        filtered={[search, status, tier, production].some(Boolean) || page > 1}
        onClearFilters={() => filter({ search: null, status: null, tier: null, production: null })}
        {...listFace(partners, { failed: "Partners could not be loaded", empty: <NoPartners /> })}
      />
    </>
  );
}

function NoPartners() {
  return (
    <EmptyState icon={<Building2 />} title="No partners yet">
      A partner comes to be when somebody signs up at /sign-up and creates a first sandbox key.
    </EmptyState>
  );
}
