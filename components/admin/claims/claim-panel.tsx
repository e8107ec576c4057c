"use client";

import Link from "next/link";
import { ClaimAttempts } from "@/components/admin/claims/claim-attempts";
import { ClaimDecisions } from "@/components/admin/claims/claim-decisions";
import { ClaimStatusMark } from "@/components/admin/claims/claim-marks";
import { METHOD_WORDS } from "@/components/admin/claims/claim-words";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { type Fact, Facts } from "@/components/ui/facts";
import { IdText } from "@/components/ui/id-text";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { Time } from "@/components/ui/time";
import type { ReviewedClaim } from "@/lib/domain/directory/claims/schemas";

export type ClaimPanelProps = {
  /** Undefined where the list does not hold it, as after a decision. */
  claim: ReviewedClaim | undefined;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
  /** What comes after a decision. */
  onDecided: () => void;
};

/** One claim beside the queue: enough to decide on it. */
export function ClaimPanel({ claim, onStep, onClose, onDecided }: ClaimPanelProps) {
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onStep}
      title={claim?.providerName ?? "Claim"}
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        {claim ? (
          <ClaimStory claim={claim} onDecided={onDecided} />
        ) : (
          <EmptyState title="Not in this list">
            The claim was decided, or the filters leave it out. Decided ones are under Status, All.
          </EmptyState>
        )}
      </div>
    </Sheet>
  );
}

function ClaimStory({ claim, onDecided }: { claim: ReviewedClaim; onDecided: () => void }) {
  return (
    <>
      {claim.sandbox && (
        <p>
          <Badge tone="sandbox">Sandbox</Badge>
        </p>
      )}
      <ClaimDecisions claim={claim} onDecided={onDecided} />
      <Facts facts={factsOf(claim)} />
      {claim.adminNotes && (
        <Section title="Notes">
          <p className="text-body break-words whitespace-pre-line">{claim.adminNotes}</p>
        </Section>
      )}
      <Section title="Attempts and evidence" description="Latest first. Partners see none of it.">
        <ClaimAttempts attempts={claim.attempts} />
      </Section>
    </>
  );
}

function factsOf(claim: ReviewedClaim): Fact[] {
  const { claimantName, claimantEmail, claimantPhone, claimantRole, businessDomain, verificationMethod } = claim;
  const optional = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value, copy: value }] : []);
  return [
    { label: "Status", value: <ClaimStatusMark status={claim.status} /> },
    { label: "Provider is", value: claim.providerStatus.replaceAll("_", " ") },
    { label: "Claimant", value: claimantName },
    { label: "E-mail", value: claimantEmail, copy: claimantEmail },
    ...optional("Phone", claimantPhone),
    ...optional("Role", claimantRole),
    ...optional("Domain", businessDomain),
    ...(verificationMethod ? [{ label: "Method", value: METHOD_WORDS[verificationMethod] }] : []),
    { label: "Submitted", value: <Time at={claim.createdAt} format="absolute" /> },
    ...(claim.updatedAt ? [{ label: "Updated", value: <Time at={claim.updatedAt} format="absolute" /> }] : []),
    { label: "Claim ID", value: <IdText value={claim.id} short copy={false} />, copy: claim.id },
    { label: "Provider ID", value: <IdText value={claim.providerId} short copy={false} />, copy: claim.providerId },
    ...(claim.apiClientId
      ? [
          {
            label: "API client",
            value: (
              <Link className="link" href={`/admin/api-clients/${claim.apiClientId}`}>
                Open client
              </Link>
            ),
          },
        ]
      : []),
  ];
}
