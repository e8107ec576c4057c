import { REWARD_WORDS, STATUS_WORDS } from "@/components/portal/donations/donation-words";
import { Status } from "@/components/ui/status";
import type { Donation } from "@/lib/domain/giving/donations/schemas";

export function DonationStatusMark({ status }: Pick<Donation, "status">) {
  const { tone, word } = STATUS_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}

export function RewardStatusMark({ rewardStatus }: Pick<Donation, "rewardStatus">) {
  const { tone, word } = REWARD_WORDS[rewardStatus];
  return <Status tone={tone}>{word}</Status>;
}
