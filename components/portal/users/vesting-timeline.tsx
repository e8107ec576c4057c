"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type VestingStep, vestingSteps } from "@/components/portal/users/vesting-steps";
import { cn } from "@/components/ui/class-names";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const LATEST = 100;

/** When a user's tokens become available, and when they are lost. */
export function VestingTimeline({ externalId }: { externalId: string }) {
  const balance = useQuery(query(giving.getBalance, { externalId }));
  const given = useQuery(
    query(giving.listUserTransactions, { externalId, type: "DISTRIBUTION", limit: String(LATEST) }),
  );
  if (balance.isError && given.isError) return null;
  const isLoading = balance.isPending || given.isPending;
  const steps =
    balance.data && given.data ? vestingSteps(balance.data, given.data.data, new Date(balance.dataUpdatedAt)) : [];
  const isCut = (given.data?.pagination.total ?? 0) > LATEST;
  return (
    <Section
      title="Vesting and expiry"
      description={`What lies ahead, by UTC day${isCut ? `, for the latest ${LATEST} distributions` : ""}.`}
    >
      {isLoading && <Skeleton className="h-24 w-full" />}
      {!isLoading && steps.length === 0 && (
        <p className="text-content-muted">Nothing: all tokens are available, and none of them expires.</p>
      )}
      {steps.length > 0 && (
        <ol className="ml-1">
          {steps.map((step) => (
            <Step key={`${step.kind} ${step.at}`} step={step} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Step({ step: { kind, at, tokens, isExact, actionIds } }: { step: VestingStep }) {
  const [actionId, ...others] = actionIds;
  return (
    <li className="relative border-l border-default pb-4 pl-6 last:pb-0">
      <span
        aria-hidden="true"
        className={cn(
          "absolute top-1 -left-1 size-2 rounded-full",
          kind === "vests" ? "bg-chart-accent" : "bg-chart-muted",
        )}
      />
      <div className="flex flex-wrap items-baseline gap-x-4">
        <span className="w-24 shrink-0 tabular-nums">{at.slice(0, 10)}</span>
        <span>{sentenceOf(kind, tokens, isExact)}</span>
        <span className="text-dense text-content-muted">
          <Time at={at} />
          {actionId && (
            <>
              {", from "}
              <Link className="link" href={`/actions/${actionId}`}>
                action …{actionId.slice(-4)}
              </Link>
              {others.length > 0 && ` and ${others.length} more`}
            </>
          )}
        </span>
      </div>
    </li>
  );
}

function sentenceOf(kind: VestingStep["kind"], tokens: number, isExact: boolean): string {
  const count = `${tokens.toLocaleString("en")} ${tokens === 1 ? "token" : "tokens"}`;
  const become = tokens === 1 ? "becomes" : "become";
  if (kind === "vests") return isExact ? `${count} ${become} available` : `Vesting of ${count} is complete`;
  return isExact ? `${count} ${tokens === 1 ? "expires" : "expire"}` : `What is left of ${count} expires`;
}
