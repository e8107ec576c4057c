import type { ReactNode } from "react";
import { cn } from "./class-names";

export type CardProps = { children: ReactNode; className?: string; padded?: boolean };

/** A hairline and nothing else. Never inside another card. */
export function Card({ children, className, padded = true }: CardProps) {
  return (
    <div className={cn("min-w-0 rounded-card border border-default", padded && "p-4 md:p-6", className)}>
      {children}
    </div>
  );
}
