import { formatMoney } from "@/components/ui/format-money";
import { formatUtc } from "@/components/ui/format-time";
import { Status, type StatusTone } from "@/components/ui/status";
import type { CheckoutView } from "@/lib/domain/giving/donations/schemas";

const STATES: Record<CheckoutView["status"], { tone: StatusTone; word: string }> = {
  PENDING: { tone: "progress", word: "Waiting for payment" },
  COMPLETED: { tone: "success", word: "Paid" },
  FAILED: { tone: "danger", word: "Failed" },
  EXPIRED: { tone: "neutral", word: "Expired" },
  CANCELED: { tone: "neutral", word: "Canceled" },
  REFUNDED: { tone: "warning", word: "Refunded" },
};

const FREQUENCIES = { once: "Once", monthly: "Every month" };

/** What is paid, to whom, through whom, and how it stands. */
export function CheckoutFacts({ checkout }: { checkout: CheckoutView }) {
  const { amount, tipAmount, currency, status, failureReason } = checkout;
  const { tone, word } = STATES[status];
  const facts = [
    ["Organisation", checkout.organizationName],
    ["Partner", checkout.partnerName],
    ["Donation", formatMoney(amount, currency)],
    ["Tip", formatMoney(tipAmount, currency)],
    ["Total", formatMoney(amount + tipAmount, currency)],
    ["Frequency", FREQUENCIES[checkout.frequency]],
  ];
  return (
    <dl className="divide-y divide-default rounded-card border border-default bg-canvas px-4 text-body">
      {facts.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-4 py-3">
          <dt className="text-content-muted">{label}</dt>
          <dd className="min-w-0 text-right font-medium break-words" data-figures>
            {value}
          </dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 py-3">
        <dt className="text-content-muted">State</dt>
        <dd className="min-w-0 text-right font-medium">
          <Status tone={tone}>{word}</Status>
          {failureReason && <p className="font-normal text-content-muted">{failureReason}</p>}
        </dd>
      </div>
    </dl>
  );
}

/** Each payment with its time; of interest once there is more than one. */
export function CheckoutCharges({ checkout: { charges, currency } }: { checkout: CheckoutView }) {
  if (charges.length < 2) return null;
  return (
    <section aria-labelledby="charges" className="flex flex-col gap-2">
      <h2 id="charges" className="text-section font-semibold">
        Charges
      </h2>
      <ol className="divide-y divide-default rounded-card border border-default bg-canvas px-4 text-body">
        {charges.map(({ at, amount, status }) => (
          <li key={at} className="flex justify-between gap-4 py-3">
            <time dateTime={at} className="text-content-muted">
              {formatUtc(new Date(at))}
            </time>
            <span>
              {formatMoney(amount, currency)}
              {status === "REFUNDED" && ", refunded"}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
