import { createDonationLink } from "@/lib/contract/giving";
import { connection } from "@/lib/domain/connection";
import { decimalsOf, decimalsUsed, toMinor, toUnits } from "@/lib/domain/giving/actions/amounts";
import { findGivingPage, type GivingPage, type GivingPlace } from "@/lib/domain/giving/donations/find-giving-page";
import { fromRequest } from "@/lib/http/adapters/next";
import type { WireMessage } from "@/lib/http/exchange";
import { readForm, seeOther } from "@/lib/http/forms";
import { serve } from "@/lib/http/pipeline";
import { givingRoutes } from "@/lib/http/routes/giving";
import { newPrefixedId } from "@/lib/platform/ids";

/** What the hosted page of a partner and a nonprofit shows; null when there is none. */
export function readGivingPage(place: GivingPlace): Promise<GivingPage | null> {
  const requestId = newPrefixedId("req");
  const actor = { type: "anonymous", address: "unknown" } as const;
  return findGivingPage({ db: connection(), now: new Date(), requestId, actor }, place);
}

/** "25.50" as minor units; what is no amount stays as it is, for the contract to refuse. */
function minorOf(written: string, currency: string): unknown {
  const amount = written.trim().replace(",", ".");
  const decimals = decimalsOf(currency);
  if (decimals === null || !/^\d{1,9}(\.\d{1,4})?$/.test(amount) || decimalsUsed(amount) > decimals) return written;
  return toMinor(toUnits(amount), decimals);
}

function bodyOf(form: Record<string, string>, { config, organization }: GivingPage): Record<string, unknown> {
  const currency = config.currencies.includes(form.currency ?? "") ? form.currency! : config.currencies[0]!;
  const { frequency, donorEmail, firstName, lastName, tipPercent, userId, referralCode } = form;
  return {
    nonprofitSlug: organization.slug,
    amount: minorOf(form.amount === "other" ? (form.otherAmount ?? "") : (form.amount ?? ""), currency),
    ...{ currency, frequency, donorEmail, firstName, lastName, referralCode },
    ...(tipPercent && Number(tipPercent) > 0 && { tipPercent: Number(tipPercent) }),
    partnerUserId: userId,
  };
}

/** The call a widget would make, for the person who sent the form: same key, same address, same limits and rules. */
async function toCall(sent: WireMessage, page: GivingPage): Promise<WireMessage> {
  const message = await readForm(sent, (form) => bodyOf(form, page));
  const headers: Record<string, string | undefined> = {
    "content-type": "application/json",
    "x-partner-key": page.publishableKey ?? "",
    "user-agent": sent.header("user-agent"),
  };
  return { ...message, method: "POST", target: createDonationLink.path, header: (name) => headers[name] };
}

/**
 * Takes the hosted page's form through the public API, as the widget would, and sends the donor on to the checkout, or back
 * to the page with what went wrong.
 */
export async function answerGivingForm(request: Request, place: GivingPlace): Promise<Response> {
  const page = await readGivingPage(place);
  const back = new URLSearchParams(place.environment && { environment: place.environment });
  if (!page) return new Response(null, { status: 404 });
  const answer = await serve(givingRoutes, await toCall(fromRequest(request), page));
  const said = JSON.parse(answer.body ?? "{}") as {
    donationLink?: string;
    code?: string;
    details?: { field?: string }[];
  };
  if (said.donationLink) return seeOther(said.donationLink, answer);
  back.set("problem", said.code ?? "INTERNAL_ERROR");
  const field = Array.isArray(said.details) ? said.details[0]?.field : undefined;
  if (field) back.set("field", field);
  return seeOther(`/give/${place.partnerSlug}/${place.nonprofitSlug}?${back}`, answer);
}
