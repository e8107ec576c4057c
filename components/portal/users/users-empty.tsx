import { Users } from "lucide-react";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

const STAKEHOLDER = `"stakeholders": [
  { "stakeholderTypeCode": "CUSTOMER", "partnerUserId": "cust-314" }
],
"autoCreateUsers": true`;

/** No user yet: the part of an action that creates one. */
export function UsersEmpty() {
  return (
    <EmptyState
      icon={<Users />}
      title="No users in this environment yet"
      action={<LinkButton href="/first-call">Make first call</LinkButton>}
    >
      Users receive your rewards, under the ids they have in your own system. Name one in an action and let it be
      created with these fields of POST /v1/partner/actions/submit:
      <div className="mt-4 grid grid-cols-1 text-left text-content">
        <CodeBlock title="Fields of an action" what="fields" code={STAKEHOLDER} />
      </div>
    </EmptyState>
  );
}
