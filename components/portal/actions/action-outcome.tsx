import { warningText } from "@/components/portal/actions/action-text";
import { problemText } from "@/components/portal/problem-text";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { Action } from "@/lib/domain/giving/actions/schemas";

/** In words: why an action failed and what to do, and what its warnings mean. Nothing for one that went well. */
export function ActionOutcome({ action }: { action: Action }) {
  const { failureCode, warnings } = action;
  if (failureCode === null && warnings.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {failureCode !== null && <Failure code={failureCode} />}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning" title={<Coded title={warningText(warning).title} code={warning} />}>
          {warningText(warning).text}
        </Notice>
      ))}
    </div>
  );
}

function Failure({ code }: { code: string }) {
  const { blocker, cause, nextStep } = problemText({ code });
  return (
    <Notice tone="danger" title={<Coded title={blocker} code={code} />}>
      <p>{cause}</p>
      <p>
        <span className="font-medium">Next step:</span> {nextStep}
      </p>
    </Notice>
  );
}

function Coded({ title, code }: { title: string; code: string }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {title}
      <Badge mono>{code}</Badge>
    </span>
  );
}
