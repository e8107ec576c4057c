import Link from "next/link";
import { DonationStatusMark, RewardStatusMark } from "@/components/portal/donations/donation-status";
import { FREQUENCY_WORDS } from "@/components/portal/donations/donation-words";
import { type Fact, Facts } from "@/components/ui/facts";
import { formatMoney } from "@/components/ui/format-money";
import { Time } from "@/components/ui/time";
import type { Donation } from "@/lib/domain/giving/donations/schemas";

export function DonationFacts({ donation }: { donation: Donation }) {
  const { partnerDonationId, amount, tipAmount, currency, actionId, campaignId, referralCode } = donation;
  const facts: (Fact | false)[] = [
    { label: "Status", value: <DonationStatusMark status={donation.status} /> },
    { label: "Reward", value: <RewardStatusMark rewardStatus={donation.rewardStatus} /> },
    { label: "Tokens", value: donation.tokensAwarded.toLocaleString("en") },
    { label: "Amount", value: formatMoney(amount, currency) },
    tipAmount > 0 && { label: "Tip", value: formatMoney(tipAmount, currency) },
    { label: "Frequency", value: FREQUENCY_WORDS[donation.frequency] },
    { label: "Nonprofit", value: <Mono>{donation.nonprofitSlug}</Mono>, copy: donation.nonprofitSlug },
    { label: "Provider", value: donation.provider },
    { label: "Donation ID", value: <Mono>{partnerDonationId}</Mono>, copy: partnerDonationId },
    actionId !== null && {
      label: "Action",
      value: (
        <Link className="link" href={`/actions/${actionId}`}>
          <Mono>{actionId}</Mono>
        </Link>
      ),
      copy: actionId,
    },
    campaignId !== null && { label: "Campaign", value: <Mono>{campaignId}</Mono>, copy: campaignId },
    referralCode !== null && { label: "Referral code", value: <Mono>{referralCode}</Mono>, copy: referralCode },
    { label: "Created", value: <Time at={donation.createdAt} format="absolute" /> },
    donation.completedAt !== null && {
      label: "Completed",
      value: <Time at={donation.completedAt} format="absolute" />,
    },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

function Mono({ children }: { children: string }) {
  return <span className="font-mono text-dense">{children}</span>;
}
