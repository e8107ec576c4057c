import type { CallOf } from "@/lib/contract/endpoint";
import type { validateAction } from "@/lib/contract/giving";

/** An action as somebody would try it. */
export type TryForm = {
  actionType: string;
  amount: string;
  currency: string;
  stakeholders: { stakeholderTypeCode: string; partnerUserId: string }[];
  autoCreateUsers: boolean;
  /** Empty: whichever campaign or pool applies. */
  campaignId: string;
  tokenPoolId: string;
};

/** The body of a submit, with the empty fields left out. What is wrong with it is for the server to say. */
export function bodyOf(form: TryForm): CallOf<typeof validateAction> {
  const { actionType, amount, currency, stakeholders, autoCreateUsers, campaignId, tokenPoolId } = form;
  return {
    actionType,
    amount: amount.trim(),
    ...(currency.trim() !== "" && { currency: currency.trim().toUpperCase() }),
    stakeholders: stakeholders.map((one) => ({ ...one, partnerUserId: one.partnerUserId.trim() })),
    autoCreateUsers,
    ...(campaignId !== "" && { campaignId }),
    ...(tokenPoolId !== "" && { tokenPoolId }),
  };
}
