"use client";

import { Plus, X } from "lucide-react";
import { useMemo } from "react";
import type { CampaignForm } from "@/components/portal/campaigns/campaign-form";
import { FieldGroup, Remark } from "@/components/portal/campaigns/field-group";
import type { FieldsProps } from "@/components/portal/campaigns/fields-props";
import { instantOf } from "@/components/portal/campaigns/wall-time";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const WINDOWS_MAX = 50;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((label, n) => ({ day: n + 1, label }));
const OFFICE_HOURS = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };

/** When a campaign runs, in the time of the people it is for. */
export function ScheduleFields({ form, errors, isRunning, onChange }: FieldsProps) {
  const { hasSchedule, startsAt, endsAt, timezone } = form;
  return (
    <FieldGroup title="Schedule">
      <fieldset disabled={isRunning} className="flex flex-col gap-4">
        {isRunning && (
          <p className="text-dense text-content-muted">
            {hasSchedule
              ? "Only the end is open while the campaign is active."
              : "Closed while the campaign is active."}
          </p>
        )}
        <Checkbox
          label="Run on a schedule"
          hint="Without one it runs from activating it until it is paused or completed."
          checked={hasSchedule}
          onCheckedChange={(chosen) => onChange({ hasSchedule: chosen })}
        />
        {hasSchedule && (
          <ZoneField
            timezone={timezone}
            error={errors["schedule.timezone"]}
            onChange={(zone) => onChange({ timezone: zone })}
          />
        )}
      </fieldset>
      {hasSchedule && (
        <>
          <div className="grid gap-4 md:grid-cols-2">
            <Field label="Starts" hint={utcText(startsAt, timezone)} error={errors["schedule.startsAt"]}>
              <Input
                type="datetime-local"
                disabled={isRunning}
                value={startsAt}
                onChange={(event) => onChange({ startsAt: event.target.value })}
              />
            </Field>
            <Field
              label="Ends"
              optional
              hint={utcText(endsAt, timezone) ?? "Then it is completed for good."}
              error={errors["schedule.endsAt"]}
            >
              <Input
                type="datetime-local"
                value={endsAt}
                onChange={(event) => onChange({ endsAt: event.target.value })}
              />
            </Field>
          </div>
          <WindowFields form={form} errors={errors} isRunning={isRunning} onChange={onChange} />
        </>
      )}
    </FieldGroup>
  );
}

type ZoneFieldProps = { timezone: string; error?: string; onChange: (timezone: string) => void };

function ZoneField({ timezone, error, onChange }: ZoneFieldProps) {
  const options = useMemo(() => {
    const zones = new Set(["UTC", timezone, ...Intl.supportedValuesOf("timeZone")]);
    return [...zones].map((value) => ({ value, label: value }));
  }, [timezone]);
  return (
    <Field label="Time zone" hint="All times below are those of its clocks." error={error}>
      <Select options={options} value={timezone} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}

function WindowFields({ form: { windows }, errors, isRunning, onChange }: FieldsProps) {
  const change = (place: number, part: Partial<CampaignForm["windows"][number]>) =>
    onChange({ windows: windows.map((window, n) => (n === place ? { ...window, ...part } : window)) });
  const time = (value: string, label: string, onTime: (next: string) => void) => (
    <Input
      type="time"
      className="w-32"
      aria-label={label}
      value={value}
      onChange={(event) => onTime(event.target.value)}
    />
  );
  return (
    <fieldset disabled={isRunning} className="flex flex-col gap-4">
      <legend className="mb-1 font-medium">
        Hours of the week <span className="font-normal text-content-muted">(optional)</span>
      </legend>
      {windows.map((window, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are written.
        <fieldset key={place} className="flex flex-col gap-1">
          <legend className="sr-only">Window {place + 1}</legend>
          <div className="flex flex-wrap gap-x-4">
            {DAYS.map(({ day, label }) => (
              <Checkbox
                key={day}
                label={label}
                checked={window.days.includes(day)}
                onCheckedChange={(isChosen) =>
                  change(place, {
                    days: isChosen ? [...window.days, day].sort() : window.days.filter((other) => other !== day),
                  })
                }
              />
            ))}
          </div>
          <div className="flex items-center gap-2">
            {time(window.from, `Window ${place + 1} begins`, (from) => change(place, { from }))}
            <span className="text-content-muted">to</span>
            {time(window.to, `Window ${place + 1} ends`, (to) => change(place, { to }))}
            <IconButton
              label={`Remove window ${place + 1}`}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange({ windows: windows.filter((_, n) => n !== place) })}
            />
          </div>
          <Remark error={errors[`schedule.windows[${place}]`]}>
            {window.to < window.from && "Spans midnight: it belongs to the day on which it begins."}
          </Remark>
        </fieldset>
      ))}
      {windows.length < WINDOWS_MAX && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onClick={() => onChange({ windows: [...windows, OFFICE_HOURS] })}
          >
            Add hours
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function utcText(wall: string, timezone: string): string | undefined {
  const at = instantOf(wall, timezone);
  return at ? `${at.toISOString().slice(0, 16).replace("T", " ")} UTC` : undefined;
}
