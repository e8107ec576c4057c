"use client";

import { useQuery } from "@tanstack/react-query";
import { Equation } from "@/components/portal/equation";
import { loadProblem } from "@/components/portal/list-face";
import { ErrorState } from "@/components/ui/error-state";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Balance } from "@/lib/domain/giving/users/schemas";

/** A user's tokens by what has become of them; the parts add up to all that was ever earned. */
export function BalanceFigures({ externalId }: { externalId: string }) {
  const { data, error, refetch } = useQuery(query(giving.getBalance, { externalId }));
  const problem = error && !data ? loadProblem(error, "The balance could not be loaded") : undefined;
  return (
    <Section
      title="Balance"
      description={
        <>
          Whatever the user earned is in exactly one of these places.
          {data && (
            <>
              {" As of "}
              <Time at={data.asOf} format="absolute" />.
            </>
          )}
        </>
      }
    >
      {problem ? (
        <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
          {problem.message}
        </ErrorState>
      ) : (
        <Equation
          label="Balance as a sum"
          terms={[
            { label: "Earned in all", tokens: data?.lifetimeEarned },
            {
              operator: "=",
              label: "Available",
              tokens: data?.available,
              note: <Upcoming verb="expire" of={data?.nextExpiration} />,
            },
            {
              operator: "+",
              label: "Vesting",
              tokens: data?.vesting,
              note: <Upcoming verb="vest" of={data?.nextVesting} />,
            },
            { operator: "+", label: "Expired", tokens: data?.expired },
            { operator: "+", label: "Redeemed", tokens: data?.redeemed },
            { operator: "+", label: "Reversed", tokens: data?.reversed },
          ]}
        />
      )}
    </Section>
  );
}

function Upcoming({ verb, of }: { verb: string; of: Balance["nextVesting"] | undefined }) {
  if (!of) return null;
  return (
    <>
      {of.tokens.toLocaleString("en")} {verb} <Time at={of.at} />
    </>
  );
}
