import { AttemptStatusMark } from "@/components/admin/claims/claim-marks";
import { METHOD_WORDS } from "@/components/admin/claims/claim-words";
import { CodeBlock } from "@/components/ui/code-block";
import { Time } from "@/components/ui/time";
import type { ReviewedClaim } from "@/lib/domain/directory/claims/schemas";

type Attempt = ReviewedClaim["attempts"][number];

/** How the claimant tried to prove the claim, and what was handed in. */
export function ClaimAttempts({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <p className="text-body text-content-muted">None: no evidence was handed in.</p>;
  return (
    <ol className="divide-y divide-default">
      {attempts.map((attempt) => (
        <li key={`${attempt.method} ${attempt.createdAt}`} className="flex min-w-0 flex-col gap-2 py-3">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-body">
            <span className="font-medium">{METHOD_WORDS[attempt.method]}</span>
            <AttemptStatusMark status={attempt.status} />
            <span className="ml-auto text-content-muted">
              <Time at={attempt.createdAt} />
            </span>
          </p>
          {attempt.target && <p className="text-dense break-all text-content-muted">Target: {attempt.target}</p>}
          {attempt.evidence && (
            <CodeBlock wrap title="Evidence" what="evidence" code={JSON.stringify(attempt.evidence, null, 2)} />
          )}
        </li>
      ))}
    </ol>
  );
}
