import { Choice } from "@/components/public/giving/choice";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatMoney, minorDigits } from "@/components/ui/format-money";
import { Input } from "@/components/ui/input";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";

/** In major units; those outside the partner's range are left out. */
const AMOUNTS = [10, 25, 50, 100];

export type GivingFormProps = {
  config: PartnerConfig;
  action: string;
  userId: string | undefined;
  referralCode: string | undefined;
};

function amountsOf({ currencies, minAmount, maxAmount }: PartnerConfig) {
  const currency = currencies[0]!;
  const unit = 10 ** minorDigits(currency);
  const within = AMOUNTS.filter((amount) => amount * unit >= minAmount && amount * unit <= maxAmount);
  return within.map((amount) => ({ value: String(amount), label: formatMoney(amount * unit, currency) }));
}

/** Tips are the provider's to take: the one links go to by default. */
function tipsOf({ tipConfig, providers }: PartnerConfig): number[] {
  if (!tipConfig.enabled || providers[0] === "every.org") return [];
  return [...new Set([0, tipConfig.defaultPercent, ...(tipConfig.options ?? [])])].toSorted((a, b) => a - b);
}

/** A plain form: it works before any script has arrived, and without. */
export function GivingForm({ config, action, userId, referralCode }: GivingFormProps) {
  const currency = config.currencies[0]!;
  const amounts = amountsOf(config);
  const tips = tipsOf(config);
  return (
    <form method="post" action={action} className="flex flex-col gap-6">
      {userId && <input type="hidden" name="userId" value={userId} />}
      {referralCode && <input type="hidden" name="referralCode" value={referralCode} />}
      <Choice
        legend="Amount"
        name="amount"
        options={[...amounts, { value: "other", label: "Other" }]}
        defaultValue={amounts[1]?.value ?? "other"}
      />
      <Field label={`Other amount in ${currency}`} hint="Counts when Other is chosen." optional>
        <Input name="otherAmount" inputMode="decimal" autoComplete="off" />
      </Field>
      <Choice
        legend="How often"
        name="frequency"
        options={[
          { value: "once", label: "Once" },
          { value: "monthly", label: "Every month" },
        ]}
        defaultValue="once"
      />
      {tips.length > 0 && (
        <Choice
          legend={`Tip for ${config.name}`}
          name="tipPercent"
          options={tips.map((tip) => ({ value: String(tip), label: tip === 0 ? "None" : `${tip} %` }))}
          defaultValue={String(config.tipConfig.defaultPercent)}
        />
      )}
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="First name" optional>
          <Input name="firstName" autoComplete="given-name" maxLength={80} />
        </Field>
        <Field label="Last name" optional>
          <Input name="lastName" autoComplete="family-name" maxLength={80} />
        </Field>
      </div>
      <Field label="E-mail address" hint="For the receipt, and for the reward tokens of your donation." optional>
        <Input name="donorEmail" type="email" autoComplete="email" maxLength={254} />
      </Field>
      <Button type="submit" variant="primary" size="large">
        Continue to payment
      </Button>
    </form>
  );
}
