"use client";

import { useQuery } from "@tanstack/react-query";
import { DonationCharges } from "@/components/portal/donations/donation-charges";
import { DonationFacts } from "@/components/portal/donations/donation-facts";
import { DonationNotices } from "@/components/portal/donations/donation-notices";
import { REWARD_WORDS, STATUS_WORDS } from "@/components/portal/donations/donation-words";
import { PanelFace } from "@/components/portal/panel-face";
import { problemText } from "@/components/portal/problem-text";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorState } from "@/components/ui/error-state";
import { formatMoney } from "@/components/ui/format-money";
import { LinkButton } from "@/components/ui/link-button";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Donation, DonationList } from "@/lib/domain/giving/donations/schemas";

export type DonationPanelProps = {
  partnerDonationId: string;
  /** The donation as the list shows it, if it is on this page. */
  listed: Donation | undefined;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One donation beside the list, to scan. It is asked for by the list: browsers alone read a single one's status. */
export function DonationPanel({ partnerDonationId, listed, onStep, onClose }: DonationPanelProps) {
  const answer = useQuery({
    ...query(giving.listDonations, { partnerDonationId }),
    placeholderData: listed && listOfOne(listed),
  });
  return (
    <PanelFace
      answer={answer}
      title={(list) => (list?.data[0] ? titleOf(list.data[0]) : "Donation")}
      failed="The donation could not be loaded"
      onStep={onStep}
      onClose={onClose}
    >
      {({ data: [donation] }) =>
        donation ? <DonationStory donation={donation} /> : <NoSuchDonation onRetry={() => void answer.refetch()} />
      }
    </PanelFace>
  );
}

function listOfOne(donation: Donation): DonationList {
  return { data: [donation], pagination: { page: 1, limit: 1, total: 1, totalPages: 1 } };
}

function titleOf({ amount, currency, nonprofitSlug }: Donation): string {
  return `${formatMoney(amount, currency)} to ${nonprofitSlug}`;
}

function NoSuchDonation({ onRetry }: { onRetry: () => void }) {
  const { blocker, cause, nextStep } = problemText({ code: "DONATION_NOT_FOUND" });
  return (
    <ErrorState title={blocker} onRetry={onRetry}>
      {cause} {nextStep}
    </ErrorState>
  );
}

function DonationStory({ donation }: { donation: Donation }) {
  const { partnerDonationId, status, rewardStatus, actionId } = donation;
  return (
    <>
      <p className="text-content-muted">
        {STATUS_WORDS[status].meaning} {status !== "PENDING" && REWARD_WORDS[rewardStatus].meaning}
      </p>
      <DonationNotices donation={donation} />
      {actionId !== null && (
        <div className="flex flex-wrap gap-2">
          <LinkButton size="small" href={`/actions/${actionId}`}>
            Open action
          </LinkButton>
        </div>
      )}
      <DonationFacts donation={donation} />
      <DonationCharges donation={donation} />
      <CodeBlock
        title={`Result: GET /v1/partner/donations?partnerDonationId=${partnerDonationId}`}
        what="result"
        code={JSON.stringify(donation, null, 2)}
      />
    </>
  );
}
