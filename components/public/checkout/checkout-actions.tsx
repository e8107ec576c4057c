import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CheckoutView } from "@/lib/domain/giving/donations/schemas";

type Props = { checkout: CheckoutView; action: string };

/** Plain forms: they work before any script has arrived, and without. */
export function CheckoutActions({ checkout, action }: Props) {
  if (checkout.status === "PENDING") return <PendingActions action={action} />;
  if (checkout.status === "COMPLETED")
    return <PaidActions action={action} isMonthly={checkout.frequency === "monthly"} />;
  return <p className="text-body text-content-muted">Nothing more can happen to this donation.</p>;
}

function PendingActions({ action }: { action: string }) {
  return (
    <div className="flex flex-col gap-6">
      <form method="post" action={action} className="flex flex-col gap-2">
        <Button type="submit" variant="primary" size="large" name="outcome" value="complete">
          Complete payment
        </Button>
        <Button type="submit" variant="ghost" name="outcome" value="cancel">
          Cancel payment
        </Button>
      </form>
      <form method="post" action={action} className="flex flex-col gap-3 border-t border-default pt-6">
        <Field
          label="Reason of the failure"
          hint="What a payment provider would say, such as: The card was declined."
          optional
        >
          <Input name="failureReason" maxLength={200} autoComplete="off" />
        </Field>
        <Button type="submit" name="outcome" value="fail">
          Fail payment
        </Button>
      </form>
    </div>
  );
}

function PaidActions({ action, isMonthly }: { action: string; isMonthly: boolean }) {
  return (
    <form method="post" action={action} className="flex flex-col gap-2">
      {isMonthly && (
        <Button type="submit" variant="primary" name="outcome" value="next_charge">
          Make next monthly charge
        </Button>
      )}
      <Button type="submit" name="outcome" value="refund">
        Refund {isMonthly ? "last charge" : "payment"}
      </Button>
    </form>
  );
}
