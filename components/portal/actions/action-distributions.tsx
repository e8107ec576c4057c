import Link from "next/link";
import { userAddress } from "@/components/portal/users/user-name";
import { IdText } from "@/components/ui/id-text";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Action, Distribution } from "@/lib/domain/giving/actions/schemas";

/** Who got how many tokens, and when they vest and expire where that is not at once and never. */
export function ActionDistributions({ action, brief = false }: { action: Action; brief?: boolean }) {
  const { distributions } = action;
  if (distributions.length === 0) {
    return <p className="text-content-muted">No tokens were given.</p>;
  }
  const isTimed = distributions.some(({ vestingUntil, expiresAt }) => vestingUntil !== null || expiresAt !== null);
  return (
    <>
      <Table caption="Distributions">
        <TableHead>
          <HeaderCell>User</HeaderCell>
          <HeaderCell className="md:w-32">Stakeholder</HeaderCell>
          <HeaderCell align="right" className="md:w-20">
            Tokens
          </HeaderCell>
          {!brief && !isTimed && <HeaderCell className="md:w-52">Transaction</HeaderCell>}
          {isTimed && <TimeHeaders />}
        </TableHead>
        <tbody className="max-md:block">
          {distributions.map((one) => (
            <DistributionRow key={one.transactionId} distribution={one} showId={!brief && !isTimed} isTimed={isTimed} />
          ))}
        </tbody>
      </Table>
      {!isTimed && <p className="text-dense text-content-muted">Available at once. No expiry.</p>}
    </>
  );
}

function TimeHeaders() {
  return (
    <>
      <HeaderCell align="right" className="md:w-24">
        Vests
      </HeaderCell>
      <HeaderCell align="right" className="md:w-24">
        Expires
      </HeaderCell>
    </>
  );
}

type DistributionRowProps = { distribution: Distribution; showId: boolean; isTimed: boolean };

function DistributionRow({ distribution, showId, isTimed }: DistributionRowProps) {
  const { partnerUserId, stakeholderTypeCode, tokens, transactionId, vestingUntil, expiresAt } = distribution;
  return (
    <TableRow density="log">
      <Cell phone="title">
        <Link className="link font-mono" href={userAddress(partnerUserId)}>
          {partnerUserId}
        </Link>
      </Cell>
      <Cell>{stakeholderTypeCode}</Cell>
      <Cell align="right" phone="aside">
        {tokens.toLocaleString("en")}
      </Cell>
      {showId && (
        <Cell>
          <IdText value={transactionId} what="transaction id" short />
        </Cell>
      )}
      {isTimed && (
        <>
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
