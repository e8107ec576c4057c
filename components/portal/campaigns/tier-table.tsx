import { decimalText } from "@/components/portal/campaigns/campaign-text";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

/** What amounts of which size give. */
export function TierTable({ tiers, currency }: Pick<Campaign, "tiers" | "currency">) {
  const unit = currency ? ` ${currency}` : "";
  return (
    <Table caption="Tiers">
      <TableHead>
        <HeaderCell>Amount</HeaderCell>
        <HeaderCell align="right" className="md:w-28">
          Multiplier
        </HeaderCell>
        <HeaderCell align="right" className="md:w-28">
          Bonus
        </HeaderCell>
      </TableHead>
      <tbody className="max-md:block">
        {tiers.map(({ minAmount, maxAmount, multiplier, bonusTokens }) => (
          <TableRow key={minAmount} density="log">
            <Cell phone="title">
              {maxAmount === null
                ? `From ${decimalText(minAmount)}${unit}`
                : `From ${decimalText(minAmount)} to below ${decimalText(maxAmount)}${unit}`}
            </Cell>
            <Cell align="right" phone="aside">
              × {decimalText(multiplier)}
            </Cell>
            <Cell align="right">{bonusTokens === 0 ? "No bonus" : `+ ${decimalText(bonusTokens)} bonus`}</Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
