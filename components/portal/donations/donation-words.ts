import type { StatusTone } from "@/components/ui/status";
import type { Donation } from "@/lib/domain/giving/donations/schemas";

type Word = { tone: StatusTone; word: string; meaning: string };

export const STATUS_WORDS: Record<Donation["status"], Word> = {
  PENDING: { tone: "progress", word: "Pending", meaning: "The link is open; nothing was paid yet." },
  COMPLETED: { tone: "success", word: "Completed", meaning: "The donor paid." },
  FAILED: { tone: "danger", word: "Failed", meaning: "The payment did not go through." },
  EXPIRED: { tone: "neutral", word: "Expired", meaning: "Nobody used the link in 24 hours." },
  CANCELED: { tone: "neutral", word: "Canceled", meaning: "The donor left the checkout." },
  REFUNDED: { tone: "warning", word: "Refunded", meaning: "The donor got the money back." },
};

export const REWARD_WORDS: Record<Donation["rewardStatus"], Word> = {
  NONE: { tone: "neutral", word: "No reward", meaning: "No reward is due." },
  PENDING: { tone: "progress", word: "Reward pending", meaning: "The reward follows the payment." },
  ISSUED: { tone: "success", word: "Reward issued", meaning: "The donor received tokens." },
  FAILED: { tone: "danger", word: "Reward failed", meaning: "The reward was refused." },
  REVERSED: { tone: "warning", word: "Reward reversed", meaning: "The tokens were taken back." },
};

export const FREQUENCY_WORDS: Record<Donation["frequency"], string> = { once: "Once", monthly: "Monthly" };

export const CHARGE_WORDS: Record<Donation["charges"][number]["status"], Omit<Word, "meaning">> = {
  COMPLETED: { tone: "success", word: "Paid" },
  REFUNDED: { tone: "warning", word: "Refunded" },
};
