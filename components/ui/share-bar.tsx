import { cn } from "./class-names";

export type Share = {
  label: string;
  value: number;
  /** The figure in words: "25 %", "12 tokens". */
  text: string;
  /** What goes to nobody. */
  isRest?: boolean;
};

// Greys and the one accent; neighbours differ, and every part has its name beside its mark.
const TONES = ["bg-chart-accent", "bg-chart-ink", "bg-chart-muted"] as const;

/** How one thing is divided: a bar in parts, and the parts by name and figure. */
export function ShareBar({ label, shares }: { label: string; shares: readonly Share[] }) {
  const toneOf = (n: number, { isRest }: Share) => (isRest ? "bg-selected" : TONES[n % TONES.length]);
  return (
    <figure aria-label={label} className="min-w-0">
      <div aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-full">
        {shares.map((share, n) =>
          share.value > 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in a fixed order and may share a name.
            <span key={n} className={cn("min-w-1 basis-0", toneOf(n, share))} style={{ flexGrow: share.value }} />
          ) : null,
        )}
      </div>
      <dl className="mt-2 divide-y divide-default">
        {shares.map((share, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <div key={n} className="flex min-h-9 items-center gap-2 text-dense">
            <span aria-hidden="true" className={cn("size-2 shrink-0 rounded-full", toneOf(n, share))} />
            <dt className={cn("min-w-0 flex-1 truncate", share.isRest && "text-content-muted")}>{share.label}</dt>
            <dd className="tabular-nums">{share.text}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
