import { REASON_WORDS } from "@/components/portal/actions/reversal-text";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Action } from "@/lib/domain/giving/actions/schemas";

/** What was taken back. Nothing for an action that stands. */
export function ActionReversals({ action }: { action: Action }) {
  if (action.reversals.length === 0) return null;
  return (
    <Section title="Reversals" description="Tokens that went back to the pool.">
      <Table caption="Reversals">
        <TableHead>
          <HeaderCell>Reason</HeaderCell>
          <HeaderCell align="right">Amount</HeaderCell>
          <HeaderCell align="right">Tokens</HeaderCell>
          <HeaderCell align="right">Reversed</HeaderCell>
        </TableHead>
        <tbody className="max-md:block">
          {action.reversals.map((reversal) => (
            <TableRow key={reversal.id} density="log">
              <Cell phone="title">{wordOf(reversal.reason)}</Cell>
              <Cell align="right">{reversal.amount}</Cell>
              <Cell align="right" phone="aside">
                {reversal.tokens.toLocaleString("en")}
              </Cell>
              <Cell align="right">
                <Time at={reversal.createdAt} />
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function wordOf(reason: string): string {
  return REASON_WORDS[reason as keyof typeof REASON_WORDS] ?? reason;
}
