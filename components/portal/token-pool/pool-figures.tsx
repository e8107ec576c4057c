import { Equation } from "@/components/portal/equation";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

/** The pool's figures as the equation that always holds. */
export function PoolFigures({ pool }: { pool: TokenPool }) {
  return (
    <Equation
      label="Balance as a sum"
      terms={[
        { label: "Balance", tokens: pool.balance },
        { operator: "=", label: "Allocated", tokens: pool.allocated },
        { operator: "−", label: "Distributed", tokens: pool.distributed },
        { operator: "+", label: "Returned", tokens: pool.returned },
        { operator: "−", label: "Withdrawn", tokens: pool.withdrawn },
      ]}
    />
  );
}
