import { CheckoutActions } from "@/components/public/checkout/checkout-actions";
import { CheckoutCharges, CheckoutFacts } from "@/components/public/checkout/checkout-facts";
import { checkoutProblem } from "@/components/public/checkout/checkout-problem";
import { DonorFrame } from "@/components/public/donor-frame";
import { Notice } from "@/components/ui/notice";
import type { CheckoutView } from "@/lib/domain/giving/donations/schemas";

type Props = { checkout: CheckoutView; token: string; problem: string | null };

/** Stands for a payment provider in the sandbox: whoever opens it plays the donor, and the provider too. */
export function SandboxCheckout({ checkout, token, problem }: Props) {
  return (
    <DonorFrame title="Test checkout" purpose="Stands for a payment provider while you build." isSandbox>
      <Notice tone="warning" title="This is a test">
        No money moves and no card is asked for. Choose what the payment provider is to report.
      </Notice>
      {problem && (
        <Notice tone="danger" title="That did not work" announce>
          {checkoutProblem(problem)}
        </Notice>
      )}
      <CheckoutFacts checkout={checkout} />
      <CheckoutCharges checkout={checkout} />
      <CheckoutActions checkout={checkout} action={`/checkout/sandbox/${token}`} />
    </DonorFrame>
  );
}
