"use client";

import { FREQUENCY_WORDS, REWARD_WORDS, STATUS_WORDS } from "@/components/portal/donations/donation-words";
import type { useDonationFilters } from "@/components/portal/donations/use-donation-filters";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { TextFilter } from "@/components/portal/filters/text-filter";
import { ReferralCode } from "@/lib/domain/giving/donations/schemas";
import { DONATION_STATUSES, FREQUENCIES, REWARD_STATUSES } from "@/lib/domain/giving/donations/statuses";
import { OrganizationSlug } from "@/lib/domain/giving/organizations/schemas";
import { ExternalId } from "@/lib/domain/giving/users/schemas";

const STATUS_OPTIONS = DONATION_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value].word }));
const REWARD_OPTIONS = REWARD_STATUSES.map((value) => ({ value, label: REWARD_WORDS[value].word }));
const FREQUENCY_OPTIONS = FREQUENCIES.map((value) => ({ value, label: FREQUENCY_WORDS[value] }));

export function DonationFilters({ filters }: { filters: ReturnType<typeof useDonationFilters> }) {
  const { status, rewardStatus, frequency, nonprofitSlug, referralCode, externalId, from, to, filter } = filters;
  return (
    <FilterLine
      filters={[
        { key: "status", label: "Status", single: true, options: STATUS_OPTIONS },
        { key: "rewardStatus", label: "Reward", single: true, options: REWARD_OPTIONS },
        { key: "frequency", label: "Frequency", single: true, options: FREQUENCY_OPTIONS },
      ]}
      values={{
        status: status ? [status] : [],
        rewardStatus: rewardStatus ? [rewardStatus] : [],
        frequency: frequency ? [frequency] : [],
      }}
      onValuesChange={(values) =>
        filter({
          status: DONATION_STATUSES.find((one) => one === values.status?.[0]) ?? null,
          rewardStatus: REWARD_STATUSES.find((one) => one === values.rewardStatus?.[0]) ?? null,
          frequency: FREQUENCIES.find((one) => one === values.frequency?.[0]) ?? null,
        })
      }
    >
      <TextFilter
        label="Nonprofit"
        hint="The nonprofit's slug, such as american-red-cross."
        schema={OrganizationSlug}
        value={nonprofitSlug}
        onChange={(next) => filter({ nonprofitSlug: next })}
      />
      <TextFilter
        label="Referral code"
        hint="The code the link was made with, in full."
        schema={ReferralCode}
        value={referralCode}
        onChange={(next) => filter({ referralCode: next })}
      />
      <TextFilter
        label="User"
        hint="The external ID the link named, in full."
        schema={ExternalId}
        value={externalId}
        onChange={(next) => filter({ externalId: next })}
      />
      <DateFilter range={{ from, to }} onChange={filter} />
    </FilterLine>
  );
}
