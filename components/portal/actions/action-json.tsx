import { recordedRequest } from "@/components/portal/actions/action-text";
import { CodeBlock } from "@/components/ui/code-block";
import type { Action } from "@/lib/domain/giving/actions/schemas";

/** What was asked and what became of it, as the API writes them. */
export function ActionJson({ action }: { action: Action }) {
  return (
    <>
      <CodeBlock title="Request, as recorded" what="request" code={recordedRequest(action)} />
      <CodeBlock
        title={`Result: GET /v1/partner/actions/${action.actionId}`}
        what="result"
        code={JSON.stringify(action, null, 2)}
      />
    </>
  );
}
