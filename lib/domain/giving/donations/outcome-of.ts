import { type ChargeRow, type DonationRow, statusAt } from "@/lib/domain/giving/donations/present-donation";
import type { ProviderEvent } from "@/lib/domain/giving/donations/providers/payment-provider";

/** What an event means for a donation in its present state. */
export type Outcome =
  | { change: "pay" | "refund"; n: number }
  | { change: "fail" | "expire" | "none" }
  | { reviewReason: string };

type Report = Pick<ProviderEvent, "kind" | "chargeId">;

/**
 * A payment ends the wait, even one that was over already: money that came counts more than the clock. Beyond that a
 * single donation takes none, and a monthly one takes another as long as it stands.
 */
function paid(donation: DonationRow, charges: readonly ChargeRow[], now: Date): Outcome {
  const status = statusAt(donation, now);
  const isAwaited = status === "PENDING" || status === "EXPIRED";
  if (isAwaited || (status === "COMPLETED" && donation.frequency === "monthly")) {
    return { change: "pay", n: charges.length + 1 };
  }
  return { reviewReason: `COMPLETED: paid although the donation was ${status}` };
}

function refunded(charges: readonly ChargeRow[], { chargeId }: Report): Outcome {
  const charge = charges.find((each) => each.chargeId === chargeId);
  if (!charge) return { reviewReason: "REFUNDED: a payment that the donation does not have" };
  return charge.status === "REFUNDED" ? { change: "none" } : { change: "refund", n: charge.n };
}

/** Pure: what is to be done is decided here and written elsewhere. Ends that come after another end change nothing. */
export function outcomeOf(donation: DonationRow, charges: readonly ChargeRow[], event: Report, now: Date): Outcome {
  switch (event.kind) {
    case "COMPLETED":
      return paid(donation, charges, now);
    case "REFUNDED":
      return refunded(charges, event);
    case "FAILED":
      return { change: ["PENDING", "EXPIRED"].includes(statusAt(donation, now)) ? "fail" : "none" };
    case "EXPIRED":
      return { change: donation.status === "PENDING" ? "expire" : "none" };
  }
}
