import { attemptAdvice } from "@/components/portal/webhooks/delivery-text";
import { CodeBlock } from "@/components/ui/code-block";
import { HttpStatus } from "@/components/ui/http-status";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { Attempt } from "@/lib/domain/webhooks/schemas";

/** An attempt of either kind of delivery; without `responseSnippet` the answer's body is nobody's to read here. */
export type ShownAttempt = Omit<Attempt, "responseSnippet"> & {
  responseSnippet?: Attempt["responseSnippet"];
  /** Something stood in the way, and nothing was sent. */
  isBlocked?: boolean;
};

type AttemptListProps = {
  attempts: readonly ShownAttempt[];
  /** Said while there is none. */
  none?: string;
};

/** Every attempt, the latest first: what came back, how long it took, what to change. */
export function AttemptList({ attempts, none = "None yet: the first follows within a minute." }: AttemptListProps) {
  if (attempts.length === 0) return <p className="text-content-muted">{none}</p>;
  return (
    <ol reversed className="divide-y divide-default">
      {attempts.toReversed().map((attempt) => (
        <AttemptItem key={attempt.n} attempt={attempt} />
      ))}
    </ol>
  );
}

function AttemptItem({ attempt }: { attempt: ShownAttempt }) {
  const { n, at, httpStatus, durationMs, error, responseSnippet, isBlocked } = attempt;
  const advice = isBlocked ? undefined : attemptAdvice(attempt);
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="font-medium">Attempt {n}</span>
        <AnswerMark httpStatus={httpStatus} isBlocked={isBlocked} />
        {!isBlocked && <span className="text-content-muted tabular-nums">{durationMs.toLocaleString("en")} ms</span>}
        <span className="ml-auto text-content-muted">
          <Time at={at} />
        </span>
      </div>
      {error && (
        <p>
          {error} {advice && <span className="text-content-muted">{advice}</span>}
        </p>
      )}
      {responseSnippet && (
        <CodeBlock wrap title="Answer's body, up to 1 KiB" what={`answer to attempt ${n}`} code={responseSnippet} />
      )}
      {responseSnippet === "" && <p className="text-dense text-content-muted">The answer had no body.</p>}
    </li>
  );
}

function AnswerMark({ httpStatus, isBlocked }: Pick<ShownAttempt, "httpStatus" | "isBlocked">) {
  if (isBlocked) return <Status tone="warning">Nothing sent</Status>;
  return httpStatus === null ? <Status tone="danger">No answer</Status> : <HttpStatus code={httpStatus} />;
}
