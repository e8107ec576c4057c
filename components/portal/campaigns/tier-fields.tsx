"use client";

import { Plus, X } from "lucide-react";
import type { TierForm } from "@/components/portal/campaigns/campaign-form";
import { FieldGroup, Remark } from "@/components/portal/campaigns/field-group";
import type { FieldsProps } from "@/components/portal/campaigns/fields-props";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

const TIERS_MAX = 20;

const PARTS = [
  { name: "minAmount", label: "From", placeholder: "0" },
  { name: "maxAmount", label: "To below", placeholder: "No end" },
  { name: "multiplier", label: "Multiplier", placeholder: "1" },
  { name: "bonusTokens", label: "Bonus", placeholder: "0" },
] as const;

/** What amounts of which size give besides. */
export function TierFields({ form: { tiers }, errors, isRunning, onChange }: FieldsProps) {
  const change = (place: number, part: Partial<TierForm>) =>
    onChange({ tiers: tiers.map((tier, n) => (n === place ? { ...tier, ...part } : tier)) });
  const next = { minAmount: tiers.at(-1)?.maxAmount || "0", maxAmount: "", multiplier: "1", bonusTokens: "" };
  return (
    <FieldGroup
      title="Tiers"
      isClosed={isRunning}
      hint="Larger amounts may earn more: each tier holds amounts from its first to below its last."
    >
      {tiers.map((tier, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are written.
        <div key={place} className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 grid-cols-2 gap-2 md:grid-cols-4">
            {PARTS.map(({ name, label, placeholder }) => (
              <Field
                key={name}
                label={<TierLabel label={label} place={place} />}
                error={errors[`tiers[${place}].${name}`]}
              >
                <Input
                  inputMode="decimal"
                  placeholder={placeholder}
                  value={tier[name]}
                  onChange={(event) => change(place, { [name]: event.target.value })}
                />
              </Field>
            ))}
          </div>
          <IconButton
            className="mt-6"
            label={`Remove tier ${place + 1}`}
            icon={<X aria-hidden="true" />}
            onClick={() => onChange({ tiers: tiers.filter((_, n) => n !== place) })}
          />
        </div>
      ))}
      <Remark error={errors.tiers} />
      {tiers.length < TIERS_MAX && (
        <div>
          <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange({ tiers: [...tiers, next] })}>
            Add tier
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

function TierLabel({ label, place }: { label: string; place: number }) {
  return (
    <>
      {label}
      <span className="sr-only"> of tier {place + 1}</span>
    </>
  );
}
