import Link from "next/link";
import { IdText } from "@/components/ui/id-text";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Action, Distribution } from "@/lib/domain/giving/actions/schemas";

/** Who got how many tokens. `brief` leaves out what a panel has no room for. */
export function ActionDistributions({ action, brief = false }: { action: Action; brief?: boolean }) {
  if (action.distributions.length === 0) {
    return <p className="text-content-muted">No tokens were given.</p>;
  }
  return (
    <Table caption="Distributions">
      <TableHead>
        <HeaderCell>User</HeaderCell>
        <HeaderCell className="md:w-32">Stakeholder</HeaderCell>
        <HeaderCell align="right" className="md:w-24">
          Tokens
        </HeaderCell>
        {!brief && (
          <>
            <HeaderCell className="md:w-52">Transaction</HeaderCell>
            <HeaderCell align="right" className="md:w-28">
              Vests
            </HeaderCell>
            <HeaderCell align="right" className="md:w-28">
              Expires
            </HeaderCell>
          </>
        )}
      </TableHead>
      <tbody className="max-md:block">
        {action.distributions.map((distribution) => (
          <DistributionRow key={distribution.transactionId} distribution={distribution} brief={brief} />
        ))}
      </tbody>
    </Table>
  );
}

function DistributionRow({ distribution, brief }: { distribution: Distribution; brief: boolean }) {
  const { partnerUserId, stakeholderTypeCode, tokens, transactionId, vestingUntil, expiresAt } = distribution;
  return (
    <TableRow density="log">
      <Cell phone="title">
        <Link className="link font-mono" href={`/users/${encodeURIComponent(partnerUserId)}`}>
          {partnerUserId}
        </Link>
      </Cell>
      <Cell>{stakeholderTypeCode}</Cell>
      <Cell align="right" phone="aside">
        {tokens.toLocaleString("en")}
      </Cell>
      {!brief && (
        <>
          <Cell>
            <IdText value={transactionId} what="transaction id" short />
          </Cell>
          <Cell align="right" phone={vestingUntil ? "meta" : "hidden"}>
            <Time at={vestingUntil} never="At once" />
          </Cell>
          <Cell align="right" phone={expiresAt ? "meta" : "hidden"}>
            <Time at={expiresAt} />
          </Cell>
        </>
      )}
    </TableRow>
  );
}
