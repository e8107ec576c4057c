import { decimalMoney } from "@/components/portal/donations/donation-money";
import { FREQUENCY_WORDS, REWARD_WORDS, STATUS_WORDS } from "@/components/portal/donations/donation-words";
import type { CsvColumn } from "@/components/portal/export/print-csv";
import type { Donation } from "@/lib/domain/giving/donations/schemas";

/** A donation in a file: the words of the screen, ids in full, amounts in major units, times in ISO 8601. */
export const DONATION_FILE: readonly CsvColumn<Donation>[] = [
  { header: "Donation ID", value: ({ partnerDonationId }) => partnerDonationId },
  { header: "Status", value: ({ status }) => STATUS_WORDS[status].word },
  { header: "Reward", value: ({ rewardStatus }) => REWARD_WORDS[rewardStatus].word },
  { header: "Nonprofit", value: ({ nonprofitSlug }) => nonprofitSlug },
  { header: "Amount", value: ({ amount, currency }) => decimalMoney(amount, currency) },
  { header: "Tip", value: ({ tipAmount, currency }) => decimalMoney(tipAmount, currency) },
  { header: "Currency", value: ({ currency }) => currency },
  { header: "Frequency", value: ({ frequency }) => FREQUENCY_WORDS[frequency] },
  { header: "Payments", value: ({ charges }) => charges.length },
  { header: "Tokens", value: ({ tokensAwarded }) => tokensAwarded },
  { header: "Action ID", value: ({ actionId }) => actionId },
  { header: "Campaign ID", value: ({ campaignId }) => campaignId },
  { header: "Referral code", value: ({ referralCode }) => referralCode },
  { header: "Provider", value: ({ provider }) => provider },
  { header: "Failure", value: ({ failureReason }) => failureReason },
  { header: "Review", value: ({ reviewReason }) => reviewReason },
  { header: "Completed (UTC)", value: ({ completedAt }) => completedAt },
  { header: "Created (UTC)", value: ({ createdAt }) => createdAt },
];
