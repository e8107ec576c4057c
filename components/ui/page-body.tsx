import type { ReactNode } from "react";
import { cn } from "./class-names";

export type PageBodyProps = {
  /** Log and table pages use the full width. */
  full?: boolean;
  children: ReactNode;
};

export function PageBody({ full = false, children }: PageBodyProps) {
  return (
    <div className={cn("mx-auto flex w-full min-w-0 flex-col gap-6 p-4 md:p-6", !full && "max-w-content")}>
      {children}
    </div>
  );
}
