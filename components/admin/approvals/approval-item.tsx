"use client";

import Link from "next/link";
import { useState } from "react";
import { APPROVAL_WORDS, fieldLabel, shownValue } from "@/components/admin/approvals/approval-words";
import { ChangeList } from "@/components/admin/approvals/change-list";
import { DecideApprovalDialog } from "@/components/admin/approvals/decide-approval-dialog";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { Admin } from "@/lib/domain/admins/schemas";
import type { Approval } from "@/lib/domain/giving/approvals/schemas";

type ApprovalItemProps = { approval: Approval; me: Admin };

/** One write that waits: what it would change, who asked and why, what it rests on, and the decision. */
export function ApprovalItem({ approval, me }: ApprovalItemProps) {
  const { title } = APPROVAL_WORDS[approval.action];
  const { partner, requestedBy } = approval;
  return (
    <li aria-label={`${title}, ${partner.name}`} className="flex flex-col gap-4 py-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-section font-semibold">
            {title} ·{" "}
            <Link className="link" href={`/admin/partners/${partner.id}`}>
              {partner.name}
            </Link>
          </h2>
          <p className="text-body break-words text-content-muted">
            {requestedBy.email} asked <Time at={approval.requestedAt} />; runs out <Time at={approval.expiresAt} />.
          </p>
        </div>
        <Decide approval={approval} me={me} />
      </div>
      <p className="max-w-prose text-body break-words">“{approval.reason}”</p>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="text-body font-medium">What changes</h3>
          <ChangeList before={approval.before} after={approval.after} />
        </div>
        <Evidence evidence={approval.evidence} />
      </div>
    </li>
  );
}

/** Who asked does not decide, nor who could not have asked. */
function Decide({ approval, me }: ApprovalItemProps) {
  const [decision, setDecision] = useState<"approve" | "reject">();
  const { approve, roles } = APPROVAL_WORDS[approval.action];
  if (approval.requestedBy.id === me.id) {
    return <p className="text-dense text-content-muted">You asked for this: another administrator must decide.</p>;
  }
  if (!roles.includes(me.role)) return <p className="text-dense text-content-muted">{rolesText(roles)} can decide.</p>;
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setDecision("reject")}>Reject</Button>
      <Button variant="primary" onClick={() => setDecision("approve")}>
        {approve}
      </Button>
      {decision && (
        <DecideApprovalDialog approval={approval} decision={decision} onClose={() => setDecision(undefined)} />
      )}
    </div>
  );
}

/** Facts of the evidence in one flat list; what is nested is told under its group's name. */
function Evidence({ evidence }: { evidence: Approval["evidence"] }) {
  const facts = Object.entries(evidence).flatMap(([group, value]) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).map(([name, each]) => ({
          label: `${fieldLabel(group)}: ${fieldLabel(name)}`,
          value: each,
        }))
      : [{ label: fieldLabel(group), value }],
  );
  return (
    <div className="min-w-0">
      <h3 className="text-body font-medium">What it rests on</h3>
      <dl className="divide-y divide-default text-dense">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex flex-col gap-x-4 py-2 md:flex-row">
            <dt className="w-48 shrink-0 text-content-muted">{label}</dt>
            <dd className="min-w-0 flex-1 break-words">{shownValue(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
