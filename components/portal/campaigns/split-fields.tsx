"use client";

import { Plus, X } from "lucide-react";
import { type CampaignForm, type SplitForm, shareBpsOf } from "@/components/portal/campaigns/campaign-form";
import { decimalText } from "@/components/portal/campaigns/campaign-text";
import { FieldGroup, Remark } from "@/components/portal/campaigns/field-group";
import type { FieldsProps } from "@/components/portal/campaigns/fields-props";
import { useCampaignChoices } from "@/components/portal/campaigns/use-campaign-choices";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const SPLITS_MAX = 20;
const WHOLE_BPS = 10_000;

const UNMATCHED = [
  { value: "RETURN_TO_POOL", label: "Its part stays in the pool" },
  { value: "REDISTRIBUTE", label: "The others share its part" },
  { value: "REJECT", label: "The action is refused" },
];

/** Who shares a reward, and in which parts. */
export function SplitFields({ form, errors, isRunning, onChange }: FieldsProps) {
  const { splits, unmatchedSplit } = form;
  const { codes } = useCampaignChoices();
  const change = (place: number, part: Partial<SplitForm>) =>
    onChange({ splits: splits.map((split, n) => (n === place ? { ...split, ...part } : split)) });
  const free = codes.find((code) => !splits.some((split) => split.stakeholderTypeCode === code)) ?? "";
  return (
    <FieldGroup title="Splits" isClosed={isRunning} hint="Without splits all stakeholders of an action get the same.">
      {splits.map((split, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are written.
        <div key={place} className="flex items-start gap-2">
          <Field
            hideLabel
            className="flex-1"
            label={`Type of split ${place + 1}`}
            error={errors[`splits[${place}].stakeholderTypeCode`]}
          >
            <Select
              options={[...new Set([...codes, split.stakeholderTypeCode])].map((code) => ({
                value: code,
                label: code,
              }))}
              value={split.stakeholderTypeCode}
              onChange={(event) => change(place, { stakeholderTypeCode: event.target.value })}
            />
          </Field>
          <Field
            hideLabel
            className="w-32"
            label={`Share of split ${place + 1} in per cent`}
            error={errors[`splits[${place}].shareBps`]}
          >
            <Input
              inputMode="decimal"
              className="text-right"
              value={split.percent}
              onChange={(event) => change(place, { percent: event.target.value })}
            />
          </Field>
          <span aria-hidden="true" className="pt-3 text-content-muted md:pt-2">
            %
          </span>
          <IconButton
            label={`Remove split ${place + 1}`}
            icon={<X aria-hidden="true" />}
            onClick={() => onChange({ splits: splits.filter((_, n) => n !== place) })}
          />
        </div>
      ))}
      <Remark error={errors.splits && (leftOf(splits) === 0 ? errors.splits : `Give out 100 %: ${sumText(splits)}`)}>
        {splits.length > 0 && sumText(splits)}
      </Remark>
      {splits.length < SPLITS_MAX && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onClick={() => onChange({ splits: [...splits, { stakeholderTypeCode: free, percent: missingOf(splits) }] })}
          >
            Add split
          </Button>
        </div>
      )}
      {splits.length > 0 && (
        <Field label="When an action does not name one of the types">
          <Select
            options={UNMATCHED}
            value={unmatchedSplit}
            onChange={(event) => onChange({ unmatchedSplit: event.target.value as CampaignForm["unmatchedSplit"] })}
          />
        </Field>
      )}
    </FieldGroup>
  );
}

function leftOf(splits: readonly SplitForm[]): number {
  return WHOLE_BPS - splits.reduce((sum, { percent }) => sum + (shareBpsOf(percent) || 0), 0);
}

/** What a further split begins with: all that is not given away yet. */
function missingOf(splits: readonly SplitForm[]): string {
  const left = leftOf(splits);
  return left > 0 ? String(left / 100) : "";
}

function sumText(splits: readonly SplitForm[]): string {
  const left = leftOf(splits);
  if (left === 0) return "The shares add up to 100 %.";
  const distance = `${decimalText(Math.abs(left) / 100)} %`;
  return left > 0 ? `${distance} is not given to anybody yet.` : `${distance} too much is given.`;
}
