import type { ReactNode } from "react";
import { cn } from "./class-names";

export type BadgeProps = {
  children: ReactNode;
  tone?: "neutral" | "accent" | "sandbox";
  mono?: boolean;
  className?: string;
};

/** A kind or a count, said in a word. What changes over time is a Status. */
export function Badge({ children, tone = "neutral", mono, className }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center rounded-mark px-1 text-meta font-medium whitespace-nowrap",
        tone === "neutral" && "bg-muted text-content-muted",
        tone === "accent" && "bg-accent-subtle text-accent",
        tone === "sandbox" && "bg-sandbox-subtle text-sandbox",
        mono && "font-mono",
        className,
      )}
    >
      {children}
    </span>
  );
}
