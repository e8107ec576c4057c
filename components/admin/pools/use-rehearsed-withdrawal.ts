import { useState } from "react";
import { useCall } from "@/lib/client/query";
import * as poolsApi from "@/lib/contract/admin/token-pools";
import type { CallOf } from "@/lib/contract/endpoint";

type Withdrawal = Omit<CallOf<typeof poolsApi.withdrawTokens>, "dryRun">;

/** What a withdrawal would leave, asked of the API, which changes nothing. `of` is the amount that was rehearsed. */
export function useRehearsedWithdrawal() {
  const [outcome, setOutcome] = useState<{ of: number; balance: number; answer: object }>();
  const rehearse = useCall(poolsApi.withdrawTokens);
  const run = (input: Withdrawal) =>
    rehearse.mutate(
      { ...input, dryRun: "true" },
      {
        onSuccess: (answer) => {
          if ("balance" in answer) setOutcome({ of: input.amount, balance: answer.balance, answer });
        },
      },
    );
  const { isPending, error } = rehearse;
  return { run, of: outcome?.of, balance: outcome?.balance ?? 0, answer: outcome?.answer, isPending, error };
}
