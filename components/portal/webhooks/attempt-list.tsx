import { attemptAdvice } from "@/components/portal/webhooks/delivery-text";
import { CodeBlock } from "@/components/ui/code-block";
import { HttpStatus } from "@/components/ui/http-status";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { Attempt } from "@/lib/domain/webhooks/schemas";

/** Every attempt, the latest first: what came back, how long it took, what to change. */
export function AttemptList({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <p className="text-content-muted">None yet: the first follows within a minute.</p>;
  return (
    <ol reversed className="divide-y divide-default">
      {attempts.toReversed().map((attempt) => (
        <AttemptItem key={attempt.n} attempt={attempt} />
      ))}
    </ol>
  );
}

function AttemptItem({ attempt }: { attempt: Attempt }) {
  const { n, at, httpStatus, durationMs, error, responseSnippet } = attempt;
  const advice = attemptAdvice(attempt);
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="font-medium">Attempt {n}</span>
        {httpStatus === null ? <Status tone="danger">No answer</Status> : <HttpStatus code={httpStatus} />}
        <span className="text-content-muted tabular-nums">{durationMs.toLocaleString("en")} ms</span>
        <span className="ml-auto text-content-muted">
          <Time at={at} />
        </span>
      </div>
      {error && (
        <p>
          {error} {advice && <span className="text-content-muted">{advice}</span>}
        </p>
      )}
      {responseSnippet ? (
        <CodeBlock wrap title="Answer's body, up to 1 KiB" what={`answer to attempt ${n}`} code={responseSnippet} />
      ) : (
        httpStatus !== null && <p className="text-dense text-content-muted">The answer had no body.</p>
      )}
    </li>
  );
}
