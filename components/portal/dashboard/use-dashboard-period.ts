"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { PRESETS, type Preset, presetSpan, rangeSpan } from "@/components/portal/dashboard/period";
import type { DateRange } from "@/components/portal/filters/date-range";

const PARAMETERS = {
  period: parseAsStringLiteral(PRESETS).withDefault("30d"),
  from: parseAsString,
  to: parseAsString,
};

/** The period all figures are of, kept in the URL. It ends at one moment until another is chosen, so that figures agree. */
export function useDashboardPeriod() {
  const [{ period, from, to }, set] = useQueryStates(PARAMETERS, { history: "push" });
  const [now, setNow] = useState(() => new Date());
  const range: DateRange = { from, to };
  const isCustom = from !== null || to !== null;
  return {
    range,
    /** Null while a range of one's own is shown. */
    preset: isCustom ? null : period,
    span: isCustom ? rangeSpan(range, now) : presetSpan(period, now),
    choosePreset: (next: Preset) => {
      setNow(new Date());
      void set({ period: next, from: null, to: null });
    },
    chooseRange: (next: DateRange) => {
      setNow(new Date());
      void set(next);
    },
  };
}

export type DashboardPeriod = ReturnType<typeof useDashboardPeriod>;
