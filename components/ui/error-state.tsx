import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { IdText } from "./id-text";

export type ErrorStateProps = {
  /** The blocker: what could not be done. */
  title: ReactNode;
  /** The cause and the next step. */
  children?: ReactNode;
  onRetry?: () => void;
  retryLabel?: string;
  requestId?: string;
};

export function ErrorState({ title, children, onRetry, retryLabel = "Load again", requestId }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <CircleX aria-hidden="true" className="mb-2 size-6 text-danger" />
      <p className="text-section font-medium">{title}</p>
      {children && <div className="max-w-prose text-body text-content-muted">{children}</div>}
      {requestId && (
        <p className="flex items-center gap-1 text-dense text-content-muted">
          Request <IdText value={requestId} />
        </p>
      )}
      {onRetry && (
        <Button className="mt-3" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}
