import type { ReactNode } from "react";
import { EXPIRATIONS, type RulesErrors, type RulesForm, VESTINGS } from "@/components/admin/pools/rules-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { REDEMPTION_USES, type RedemptionUse } from "@/lib/domain/giving/token-pools/schemas";

const VESTING_WORDS: Record<RulesForm["vesting"], string> = {
  NONE: "Available at once",
  CLIFF: "All after a wait",
  LINEAR: "Step by step",
};

const EXPIRATION_WORDS: Record<RulesForm["expiration"], string> = {
  NONE: "Never",
  AFTER_ISSUE: "Some days after they were given",
  FIXED_DATE: "On a fixed day",
};

const USE_WORDS: Record<RedemptionUse, string> = {
  DONATION: "Donations",
  GIFT_CARD: "Gift cards",
  MERCHANDISE: "Merchandise",
  TRANSFER: "Transfers",
};

type NumberName = Extract<
  keyof RulesForm,
  | `${string}Days`
  | `m${"in" | "ax"}Tokens${string}`
  | "lowBalanceThreshold"
  | `refill${"Threshold" | "Amount" | "Monthly"}`
>;

type PoolRulesFieldsProps = {
  form: RulesForm;
  errors: RulesErrors;
  /** What the partner may submit. */
  actionTypes: readonly string[];
  onChange: (part: Partial<RulesForm>) => void;
};

/** Everything that binds a pool, in the order in which a reward meets it. */
export function PoolRulesFields({ form, errors, actionTypes, onChange }: PoolRulesFieldsProps) {
  const amount = (name: NumberName, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={errors[name]}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        value={form[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      <Field label="Name" error={errors.name}>
        <Input autoComplete="off" value={form.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Group title="What may draw on it">
        <Choices
          label="Action types; none ticked lets every one"
          options={actionTypes.map((value) => ({ value, label: value }))}
          chosen={form.allowedActionTypes}
          onChange={(allowedActionTypes) => onChange({ allowedActionTypes })}
        />
        {amount("maxTokensPerAction", "Most tokens for one action", "Empty for no limit.")}
      </Group>
      <Group title="Vesting">
        <Field label="Tokens become available" error={errors.vesting}>
          <Select
            options={VESTINGS.map((value) => ({ value, label: VESTING_WORDS[value] }))}
            value={form.vesting}
            onChange={(event) => onChange({ vesting: VESTINGS.find((one) => one === event.target.value) ?? "NONE" })}
          />
        </Field>
        {form.vesting !== "NONE" && (
          <div className="grid gap-4 md:grid-cols-3">
            {amount("cliffDays", "Wait, days")}
            {form.vesting === "LINEAR" && amount("durationDays", "Duration, days")}
            {form.vesting === "LINEAR" && amount("intervalDays", "Step, days")}
          </div>
        )}
      </Group>
      <Group title="Expiration">
        <Field label="Tokens expire" error={errors.expiration}>
          <Select
            options={EXPIRATIONS.map((value) => ({ value, label: EXPIRATION_WORDS[value] }))}
            value={form.expiration}
            onChange={(event) =>
              onChange({ expiration: EXPIRATIONS.find((one) => one === event.target.value) ?? "NONE" })
            }
          />
        </Field>
        {form.expiration === "AFTER_ISSUE" && amount("expiryDays", "Days")}
        {form.expiration === "FIXED_DATE" && (
          <Field label="Day, in UTC" error={errors.expiryDate}>
            <Input
              type="date"
              value={form.expiryDate}
              onChange={(event) => onChange({ expiryDate: event.target.value })}
            />
          </Field>
        )}
        {form.expiration !== "NONE" && (
          <Checkbox
            label="Return expired tokens to the pool"
            checked={form.returnToPool}
            onCheckedChange={(returnToPool) => onChange({ returnToPool })}
          />
        )}
      </Group>
      <Group title="Redemption">
        <Checkbox
          label="Tokens can be redeemed"
          checked={form.redemptionEnabled}
          onCheckedChange={(redemptionEnabled) => onChange({ redemptionEnabled })}
        />
        {form.redemptionEnabled && (
          <>
            <Choices
              label="For"
              options={REDEMPTION_USES.map((value) => ({ value, label: USE_WORDS[value] }))}
              chosen={form.allowedUses}
              onChange={(allowedUses) => onChange({ allowedUses })}
            />
            <div className="grid gap-4 md:grid-cols-3">
              {amount("minTokens", "At least")}
              {amount("maxTokensPerDay", "At most a day")}
              {amount("maxTokensPerUser", "At most a user")}
            </div>
          </>
        )}
      </Group>
      <Group title="Balance">
        {amount("lowBalanceThreshold", "Warn below", "token_pool.low_balance is sent then. Empty for no warning.")}
        <Checkbox
          label="Refill it by itself"
          checked={form.refillEnabled}
          onCheckedChange={(refillEnabled) => onChange({ refillEnabled })}
        />
        {form.refillEnabled && (
          <div className="grid gap-4 md:grid-cols-3">
            {amount("refillThreshold", "Below")}
            {amount("refillAmount", "Add")}
            {amount("refillMonthly", "At most a month")}
          </div>
        )}
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-2 font-medium">{title}</legend>
      {children}
    </fieldset>
  );
}

type ChoicesProps<V extends string> = {
  label: string;
  options: readonly { value: V; label: string }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
};

function Choices<V extends string>({ label, options, chosen, onChange }: ChoicesProps<V>) {
  return (
    <fieldset className="grid gap-x-4 md:grid-cols-2">
      <legend className="text-dense text-content-muted">{label}</legend>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onCheckedChange={(isOn) => onChange(isOn ? [...chosen, value] : chosen.filter((other) => other !== value))}
        />
      ))}
    </fieldset>
  );
}
