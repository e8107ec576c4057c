"use client";

import { PRESET_WORDS, PRESETS } from "@/components/portal/dashboard/period";
import type { DashboardPeriod } from "@/components/portal/dashboard/use-dashboard-period";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";

/** Which time the figures are of. */
export function PeriodBar({ period }: { period: DashboardPeriod }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these apply at once. */}
      <div role="group" aria-label="Period" className="flex flex-wrap gap-2">
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="small"
            aria-pressed={period.preset === preset}
            className={cn(period.preset === preset && "bg-selected hover:bg-selected")}
            onClick={() => period.choosePreset(preset)}
          >
            {PRESET_WORDS[preset]}
          </Button>
        ))}
      </div>
      <DateFilter label="Custom range" presets={false} range={period.range} onChange={period.chooseRange} />
    </div>
  );
}
