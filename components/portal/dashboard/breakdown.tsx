import Link from "next/link";
import { percent } from "@/components/portal/dashboard/summary-words";
import { Section } from "@/components/ui/section";

export type Part = { label: string; value: number; href: string };

export type BreakdownProps = {
  title: string;
  description: string;
  parts: readonly Part[];
  /** What the parts are parts of. */
  whole: number;
  /** Said when there are no parts. */
  empty: string;
};

/** What a figure is made of, the largest part first; each leads to its rows. */
export function Breakdown({ title, description, parts, whole, empty }: BreakdownProps) {
  const ordered = parts.toSorted((a, b) => b.value - a.value);
  return (
    <Section title={title} description={description}>
      {ordered.length === 0 && <p className="text-content-muted">{empty}</p>}
      <ul className="flex flex-col gap-3">
        {ordered.map(({ label, value, href }) => (
          <li key={label} className="flex flex-col gap-1">
            <span className="flex items-baseline justify-between gap-4">
              <Link href={href} className="link min-w-0 truncate">
                {label}
              </Link>
              <span className="shrink-0 tabular-nums">
                {value.toLocaleString("en")}
                <span className="ml-3 inline-block w-12 text-right text-content-muted">{percent(value, whole)}</span>
              </span>
            </span>
            <span aria-hidden="true" className="block h-2 overflow-hidden rounded-full bg-muted">
              <span
                className="block h-full rounded-full bg-chart-accent"
                style={{ width: `${whole > 0 ? (100 * value) / whole : 0}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
