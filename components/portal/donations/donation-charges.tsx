import { CHARGE_WORDS } from "@/components/portal/donations/donation-words";
import { formatMoney } from "@/components/ui/format-money";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Donation } from "@/lib/domain/giving/donations/schemas";

type Charge = Donation["charges"][number];

/** The payments: one of a single donation, one for each month of a monthly one. */
export function DonationCharges({ donation: { charges, currency } }: { donation: Donation }) {
  if (charges.length === 0) return null;
  return (
    <Section title="Payments">
      <Table caption="Payments">
        <TableHead>
          <HeaderCell>Paid</HeaderCell>
          <HeaderCell className="md:w-32">Status</HeaderCell>
          <HeaderCell align="right" className="md:w-24">
            Amount
          </HeaderCell>
          <HeaderCell align="right" className="md:w-20">
            Tokens
          </HeaderCell>
        </TableHead>
        <tbody className="max-md:block">
          {charges.map((charge) => (
            <ChargeRow key={charge.at} charge={charge} currency={currency} />
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function ChargeRow({ charge, currency }: { charge: Charge; currency: string }) {
  const { tone, word } = CHARGE_WORDS[charge.status];
  return (
    <TableRow density="log">
      <Cell phone="title">
        <Time at={charge.at} />
      </Cell>
      <Cell>
        <Status tone={tone}>{word}</Status>
      </Cell>
      <Cell align="right" phone="aside">
        {formatMoney(charge.amount, currency)}
      </Cell>
      <Cell align="right">{charge.tokensAwarded.toLocaleString("en")}</Cell>
    </TableRow>
  );
}
