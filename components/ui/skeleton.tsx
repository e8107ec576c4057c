import { cn } from "./class-names";

export type SkeletonProps = { className?: string };

/** Give it the size of what it stands for, so that nothing moves when that arrives. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={cn("block h-4 animate-breathe rounded-mark bg-muted", className)} />;
}
