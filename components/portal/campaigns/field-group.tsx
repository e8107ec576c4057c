import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldGroupProps = {
  title: string;
  hint?: ReactNode;
  /** Cannot be changed now. */
  isClosed?: boolean;
  children: ReactNode;
};

/** Fields that belong together. */
export function FieldGroup({ title, hint, isClosed = false, children }: FieldGroupProps) {
  return (
    <fieldset
      disabled={isClosed}
      className="flex min-w-0 flex-col gap-4 border-t border-default pt-6 first:border-t-0 first:pt-0"
    >
      <legend className="float-left w-full text-section font-semibold">{title}</legend>
      {(hint || isClosed) && (
        <p className="clear-both -mt-3 text-dense text-content-muted">
          {isClosed ? "Closed while the campaign is active." : hint}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** What is wrong with a group as a whole, or what it says of itself when nothing is. */
export function Remark({ error, children }: { error?: string; children?: ReactNode }) {
  return (
    <div aria-live="polite" className="text-dense empty:hidden">
      {error ? (
        <span data-remark className="flex gap-1 text-danger">
          <CircleAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
          {error}
        </span>
      ) : (
        children && <span className="text-content-muted">{children}</span>
      )}
    </div>
  );
}
