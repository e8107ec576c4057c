"use client";

import type { CampaignForm } from "@/components/portal/campaigns/campaign-form";
import { FieldGroup, Remark } from "@/components/portal/campaigns/field-group";
import type { FieldsProps } from "@/components/portal/campaigns/fields-props";
import { ScheduleFields } from "@/components/portal/campaigns/schedule-fields";
import { SplitFields } from "@/components/portal/campaigns/split-fields";
import { TierFields } from "@/components/portal/campaigns/tier-fields";
import { useCampaignChoices } from "@/components/portal/campaigns/use-campaign-choices";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";

const ROUNDINGS = [
  { value: "HALF_UP", label: "Half up: 12.5 gives 13" },
  { value: "DOWN", label: "Down: 12.5 gives 12" },
];

const LIMITS = [
  { name: "totalTokens", label: "In all", hint: "When it is used up, the campaign pauses." },
  { name: "tokensPerDay", label: "On a day", hint: "Days are those of UTC." },
  { name: "tokensPerUser", label: "For one user", hint: "An action beyond it is refused." },
  { name: "tokensPerAction", label: "For one action", hint: "A larger reward is capped." },
] as const;

/** All that a campaign is, in the order in which it takes effect. */
export function CampaignFields(props: FieldsProps) {
  const { form, errors, onChange } = props;
  return (
    <>
      <FieldGroup title="Campaign">
        <Field label="Name" error={errors.name}>
          <Input autoComplete="off" value={form.name} onChange={(event) => onChange({ name: event.target.value })} />
        </Field>
        <Field label="Description" optional hint="What it is for, for your colleagues." error={errors.description}>
          <Textarea
            rows={2}
            value={form.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        </Field>
      </FieldGroup>
      <ScopeFields {...props} />
      <RateFields {...props} />
      <TierFields {...props} />
      <SplitFields {...props} />
      <ScheduleFields {...props} />
      <FieldGroup title="Budget" hint="Whole tokens. A field left empty sets no limit.">
        <div className="grid gap-4 md:grid-cols-2">
          {LIMITS.map(({ name, label, hint }) => (
            <Field key={name} label={label} optional hint={hint} error={errors[`budget.${name}`]}>
              <Input
                inputMode="numeric"
                value={form.budget[name]}
                onChange={(event) => onChange({ budget: { ...form.budget, [name]: event.target.value } })}
              />
            </Field>
          ))}
        </div>
      </FieldGroup>
    </>
  );
}

function ScopeFields({ form, errors, isRunning, onChange }: FieldsProps) {
  const { types, pools } = useCampaignChoices();
  const offered = [...new Set([...types, ...form.actionTypes])];
  return (
    <FieldGroup title="Applies to" isClosed={isRunning}>
      <fieldset>
        <legend className="mb-1 font-medium">Action types</legend>
        <div className="grid gap-x-4 md:grid-cols-3">
          {offered.map((type) => (
            <Checkbox
              key={type}
              label={<span className="font-mono text-dense">{type}</span>}
              checked={form.actionTypes.includes(type)}
              onCheckedChange={(isChosen) =>
                onChange({
                  actionTypes: isChosen ? [...form.actionTypes, type] : form.actionTypes.filter((one) => one !== type),
                })
              }
            />
          ))}
        </div>
        <Remark error={errors.actionTypes} />
      </fieldset>
      <Checkbox
        label="Default campaign"
        hint="Also applies to actions that name no campaign. Another default campaign stops being it."
        checked={form.isDefault}
        onCheckedChange={(isDefault) => onChange({ isDefault })}
      />
      <Field label="Token pool" hint="Where its rewards are drawn from." error={errors.tokenPoolId}>
        <Select
          options={[
            { value: "", label: "The default pool" },
            ...pools.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={form.tokenPoolId}
          onChange={(event) => onChange({ tokenPoolId: event.target.value })}
        />
      </Field>
    </FieldGroup>
  );
}

function RateFields({ form, errors, isRunning, onChange }: FieldsProps) {
  return (
    <FieldGroup title="Rate" isClosed={isRunning}>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          label="Tokens a unit"
          hint="For each unit of the amount: a dollar, an hour."
          error={errors.tokensPerUnit}
        >
          <Input
            inputMode="decimal"
            value={form.tokensPerUnit}
            onChange={(event) => onChange({ tokensPerUnit: event.target.value })}
          />
        </Field>
        <Field label="Multiplier" hint="1 leaves tokens as they are." error={errors.multiplier}>
          <Input
            inputMode="decimal"
            value={form.multiplier}
            onChange={(event) => onChange({ multiplier: event.target.value })}
          />
        </Field>
        <Field label="Rounding" hint="Once, on the total.">
          <Select
            options={ROUNDINGS}
            value={form.rounding}
            onChange={(event) => onChange({ rounding: event.target.value as CampaignForm["rounding"] })}
          />
        </Field>
        <Field
          label="Currency"
          optional
          hint="Three letters such as USD. Empty: all that you are set up for."
          error={errors.currency}
        >
          <Input
            mono
            autoComplete="off"
            spellCheck={false}
            maxLength={3}
            value={form.currency}
            onChange={(event) => onChange({ currency: event.target.value.toUpperCase() })}
          />
        </Field>
      </div>
    </FieldGroup>
  );
}
