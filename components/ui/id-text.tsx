import { cn } from "./class-names";
import { CopyButton } from "./copy-button";

export type IdTextProps = {
  value: string;
  /** Names the thing for the copy button. */
  what?: string;
  /** Shows the start and the last four characters; the whole id is copied. */
  short?: boolean;
  copy?: boolean;
  className?: string;
};

const HEAD_SHOWN = 10;
const TAIL_SHOWN = 4;

export function IdText({ value, what = "id", short = false, copy = true, className }: IdTextProps) {
  const isShortened = short && value.length > HEAD_SHOWN + TAIL_SHOWN + 1;
  return (
    <span className={cn("inline-flex max-w-full items-center gap-1 align-middle", className)}>
      <span title={value} className="truncate font-mono text-dense">
        {isShortened ? `${value.slice(0, HEAD_SHOWN)}…${value.slice(-TAIL_SHOWN)}` : value}
      </span>
      {copy && <CopyButton value={value} what={what} />}
    </span>
  );
}
