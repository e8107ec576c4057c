"use client";

import { Plus, X } from "lucide-react";
import type { TryForm } from "@/components/portal/actions/try-action-form";
import { CAMPAIGN_WORDS } from "@/components/portal/campaigns/campaign-status";
import { useCampaignChoices } from "@/components/portal/campaigns/use-campaign-choices";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

const STAKEHOLDERS_MAX = 20;

export type TryActionFieldsProps = {
  form: TryForm;
  campaigns: readonly Campaign[];
  onChange: (part: Partial<TryForm>) => void;
};

/** The parts of an action that decide about its reward. */
export function TryActionFields({ form, campaigns, onChange }: TryActionFieldsProps) {
  const { types, pools } = useCampaignChoices();
  const campaignOptions = campaigns.map(({ id, name, status }) => ({
    value: id,
    label: status === "ACTIVE" ? name : `${name} (${CAMPAIGN_WORDS[status].word.toLowerCase()})`,
  }));
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        <Field label="Action type">
          <Select
            options={[...new Set([...types, form.actionType])].map((value) => ({ value, label: value }))}
            value={form.actionType}
            onChange={(event) => onChange({ actionType: event.target.value })}
          />
        </Field>
        <Field label="Amount">
          <Input
            inputMode="decimal"
            autoComplete="off"
            value={form.amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
        </Field>
        <Field label="Currency" optional>
          <Input
            mono
            autoComplete="off"
            spellCheck={false}
            value={form.currency}
            onChange={(event) => onChange({ currency: event.target.value.toUpperCase() })}
          />
        </Field>
      </div>
      <StakeholderFields stakeholders={form.stakeholders} onChange={(stakeholders) => onChange({ stakeholders })} />
      <Checkbox
        label="Create users that are not known yet"
        hint="autoCreateUsers; without it an unknown user is refused."
        checked={form.autoCreateUsers}
        onCheckedChange={(autoCreateUsers) => onChange({ autoCreateUsers })}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Campaign">
          <Select
            options={[{ value: "", label: "The default one, if any" }, ...campaignOptions]}
            value={form.campaignId}
            onChange={(event) => onChange({ campaignId: event.target.value })}
          />
        </Field>
        <Field label="Token pool">
          <Select
            options={[
              { value: "", label: "The campaign's or default one" },
              ...pools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={form.tokenPoolId}
            onChange={(event) => onChange({ tokenPoolId: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}

type Stakeholders = TryForm["stakeholders"];
type StakeholderFieldsProps = { stakeholders: Stakeholders; onChange: (stakeholders: Stakeholders) => void };

function StakeholderFields({ stakeholders, onChange }: StakeholderFieldsProps) {
  const { codes } = useCampaignChoices();
  const change = (place: number, part: Partial<Stakeholders[number]>) =>
    onChange(stakeholders.map((one, n) => (n === place ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Stakeholders</legend>
      {stakeholders.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are written.
        <div key={place} className="flex flex-wrap gap-2 md:flex-nowrap">
          <Select
            className="w-full md:flex-1"
            aria-label={`Type of stakeholder ${place + 1}`}
            options={[...new Set([...codes, one.stakeholderTypeCode])].map((value) => ({ value, label: value }))}
            value={one.stakeholderTypeCode}
            onChange={(event) => change(place, { stakeholderTypeCode: event.target.value })}
          />
          <Input
            mono
            className="flex-1"
            aria-label={`External ID of stakeholder ${place + 1}`}
            autoComplete="off"
            spellCheck={false}
            value={one.partnerUserId}
            onChange={(event) => change(place, { partnerUserId: event.target.value })}
          />
          <IconButton
            label={`Remove stakeholder ${place + 1}`}
            icon={<X aria-hidden="true" />}
            disabled={stakeholders.length === 1}
            onClick={() => onChange(stakeholders.filter((_, n) => n !== place))}
          />
        </div>
      ))}
      {stakeholders.length < STAKEHOLDERS_MAX && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onClick={() => onChange([...stakeholders, { stakeholderTypeCode: codes[0] ?? "", partnerUserId: "" }])}
          >
            Add stakeholder
          </Button>
        </div>
      )}
    </fieldset>
  );
}
