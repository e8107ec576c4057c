import { Select } from "@/components/ui/select";

const WINDOWS = [1, 7, 30, 90, 365];

const words = (days: number) => (days === 1 ? "Last 24 hours" : `Last ${days} days`);

export type WindowSelectProps = { value: number; onChange: (days: number) => void };

/** How many days back are counted; a number from the address that is not offered stands as it is. */
export function WindowSelect({ value, onChange }: WindowSelectProps) {
  const offered = WINDOWS.includes(value) ? WINDOWS : [...WINDOWS, value].toSorted((a, b) => a - b);
  return (
    <Select
      aria-label="Window"
      className="w-full md:w-44"
      options={offered.map((days) => ({ value: String(days), label: words(days) }))}
      value={String(value)}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}
