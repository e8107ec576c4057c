import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { formatUtc } from "@/components/ui/format-time";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const CHOICES = [
  { value: "never", label: "Never" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In one year" },
  { value: "date", label: "On a day of my choice" },
];

type KeyExpiryFieldsProps = {
  expiry: UseFormRegisterReturn;
  lastDay: UseFormRegisterReturn;
  /** The choice made so far. */
  chosen: string;
  error?: string;
  /** The key's expiry as it is, when it has one. */
  present?: string | null;
};

/** A choice of expiry; a day of one's own is asked for only when chosen. */
export function KeyExpiryFields({ expiry, lastDay, chosen, error, present }: KeyExpiryFieldsProps) {
  const keep = present ? [{ value: "keep", label: `Keep: ${formatUtc(new Date(present))}` }] : [];
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label="Expires" hint="Mails go out 30, 7 and 1 days before.">
        <Select options={[...keep, ...CHOICES]} {...expiry} />
      </Field>
      {chosen === "date" && (
        <Field label="Last day" hint="Works until that day ends, in UTC." error={error}>
          <Input type="date" {...lastDay} />
        </Field>
      )}
    </div>
  );
}
