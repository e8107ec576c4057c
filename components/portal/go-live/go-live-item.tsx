import type { ReactNode } from "react";
import { EnvironmentLinkButton } from "@/components/portal/go-live/environment-link";
import type { NextStep } from "@/components/portal/go-live/next-step";
import { ProofList } from "@/components/portal/go-live/proof-list";
import { ITEM_LOOKS, isSettled, readItem } from "@/components/portal/go-live/read-item";
import type { Finding, Reading } from "@/components/portal/go-live/reading";
import { Status, StatusIcon } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { GoLiveItem as Item } from "@/lib/domain/giving/go-live/schemas";

export type GoLiveItemProps = {
  item: Item;
  number: number;
  next: NextStep | undefined;
  /** The step to take first of all. */
  isUpNext: boolean;
  children?: ReactNode;
};

/** One item: how it stands, what it was judged by, and what to do about it. */
export function GoLiveItem({ item, number, next, isUpNext, children }: GoLiveItemProps) {
  const { word, tone } = ITEM_LOOKS[item.status];
  const reading = readItem(item);
  const { waiver } = item.evidence;
  return (
    <li aria-label={item.title} className="grid gap-x-8 gap-y-4 py-6 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-col gap-x-4 md:flex-row md:items-start md:justify-between">
          <h3 className="min-w-0 text-body font-medium">
            <span className="text-content-muted tabular-nums">{number}. </span>
            {item.title}
          </h3>
          <Status tone={tone} className="shrink-0">
            {word}
          </Status>
        </div>
        {waiver && (
          <p className="text-body text-content-muted">
            The platform does without it since <Time at={waiver.at} />: {waiver.reason}
          </p>
        )}
        {next && (
          <div className="flex flex-col items-start gap-2">
            <p className="max-w-prose text-body">{next.text}</p>
            {next.action && (
              <EnvironmentLinkButton
                href={next.action.href}
                environment={next.action.environment}
                variant={isUpNext ? "primary" : "secondary"}
                size="small"
              >
                {next.action.label}
              </EnvironmentLinkButton>
            )}
          </div>
        )}
        {children}
      </div>
      <Evidence reading={reading} checkedAt={item.checkedAt} mayGoStale={isSettled(item)} />
    </li>
  );
}

type EvidenceProps = { reading: Reading; checkedAt: string; mayGoStale: boolean };

function Evidence({ reading, checkedAt, mayGoStale }: EvidenceProps) {
  const { lookedAt, findings, lasts, staleAt } = reading;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ul className="flex flex-col gap-2">
        {findings.map((finding) => (
          <FindingLine key={`${finding.text} ${finding.proofs[0]?.id ?? ""}`} finding={finding} />
        ))}
      </ul>
      <p className="text-dense text-content-muted">
        Looked at {lookedAt}, <Time at={checkedAt} />. {lasts}
        {mayGoStale && staleAt && (
          <>
            {" "}
            Goes stale <Time at={staleAt} />.
          </>
        )}
      </p>
    </div>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { tone, text, at, proofs } = finding;
  return (
    <li className="flex min-w-0 items-start gap-2 text-body">
      <StatusIcon tone={tone} className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          {text}
          {at && (
            <span className="text-content-muted">
              {" "}
              <Time at={at} />
            </span>
          )}
        </p>
        <ProofList proofs={proofs} />
      </div>
    </li>
  );
}
