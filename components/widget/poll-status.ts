import type { Api } from "@/components/widget/api";
import type { DonationStatus } from "@/lib/domain/giving/donations/schemas";

const EVERY_MS = 3_000;
const FOR_MS = 120_000;

/** Whether nothing more is to come: the donation has its end, and so has its reward. */
function isSettled({ status, rewardStatus }: DonationStatus): boolean {
  return status !== "PENDING" && !(status === "COMPLETED" && rewardStatus === "PENDING");
}

/**
 * Asks every 3 seconds for 2 minutes how a donation stands, and tells each change. A question that fails is asked again at
 * the next turn. The returned function ends it early.
 */
export function pollStatus(
  api: Pick<Api, "status">,
  id: string,
  onChange: (status: DonationStatus) => void,
): () => void {
  let told = "";
  let left = FOR_MS / EVERY_MS;
  let timer = setTimeout(ask, EVERY_MS);
  async function ask(): Promise<void> {
    left -= 1;
    const status = await api.status(id).catch(() => null);
    if (left < 0) return;
    const state = status && `${status.status} ${status.rewardStatus}`;
    if (status && state !== told) {
      told = state!;
      onChange(status);
    }
    if (left > 0 && !(status && isSettled(status))) timer = setTimeout(ask, EVERY_MS);
  }
  return () => {
    left = -1;
    clearTimeout(timer);
  };
}
