import type { DescriptionErrors, DescriptionForm } from "@/components/admin/partners/description-form";
import { INTEGRATION_WORDS } from "@/components/admin/partners/partner-words";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { INTEGRATION_MODELS } from "@/lib/domain/partners/statuses";

type TextName = Exclude<keyof DescriptionForm, "tipsEnabled" | "legacyReplay409" | "integrationModel">;

type DescriptionFieldsProps = {
  form: DescriptionForm;
  errors: DescriptionErrors;
  onChange: (part: Partial<DescriptionForm>) => void;
};

const MODELS = INTEGRATION_MODELS.map((value) => ({ value, label: INTEGRATION_WORDS[value] }));

/** What describes a partner: who it is, what it intends, what its donors see. */
export function DescriptionFields({ form, errors, onChange }: DescriptionFieldsProps) {
  const line = (name: TextName, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={errors[name]}>
      <Input autoComplete="off" value={form[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
    </Field>
  );
  const area = (name: TextName, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={errors[name]}>
      <Textarea rows={3} value={form[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        {line("name", "Name")}
        {line("legalEntity", "Legal entity")}
        {line("contactEmail", "Contact address")}
        {line("expectedMonthlyActionVolume", "Actions a month", "How many are expected.")}
        <Field label="Integration" error={errors.integrationModel}>
          <Select
            options={MODELS}
            placeholder="Not known yet"
            value={form.integrationModel}
            onChange={(event) => {
              const integrationModel = INTEGRATION_MODELS.find((one) => one === event.target.value) ?? "";
              onChange({ integrationModel });
            }}
          />
        </Field>
        {line("currencies", "Currencies", "ISO codes, separated by commas; the first is the main one.")}
      </div>
      {area("useCaseSummary", "Use case")}
      {area("allowedOrigins", "Allowed origins", "Pages that may use its publishable keys, one a line; none lets any.")}
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 font-medium">Donors see</legend>
        <Checkbox
          label="Ask for a tip"
          checked={form.tipsEnabled}
          onCheckedChange={(tipsEnabled) => onChange({ tipsEnabled })}
        />
        <div className="grid gap-4 md:grid-cols-3">
          {line("tipDefault", "Default tip, %")}
          {line("tipOptions", "Options, %", "Separated by commas.")}
          {line("tipMax", "At most, %")}
        </div>
        <div className="grid gap-4 md:grid-cols-2">
          {line("logo", "Logo", "An https URL.")}
          {line("primaryColor", "Colour", "Such as #1a7f5a.")}
        </div>
      </fieldset>
      <Checkbox
        label="Answer repeated actions with 409"
        hint="For integrations that expect IDEMPOTENT instead of the first answer."
        checked={form.legacyReplay409}
        onCheckedChange={(legacyReplay409) => onChange({ legacyReplay409 })}
      />
    </>
  );
}
