import { cn } from "./class-names";

/** A lintel on three columns. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor" className={cn("size-6", className)}>
      <path d="M3 4h18v3.5H3zM5 9.5h3V20H5zM10.5 9.5h3V20h-3zM16 9.5h3V20h-3z" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-section font-semibold tracking-tight", className)}>
      <LogoMark className="size-5" />
      Portico
    </span>
  );
}
