import { PUBLISHABLE_KEY_SLOT } from "@/components/portal/first-call/snippets";

/** One of the nonprofits that the seed brings along, to try with. */
const NONPROFIT = "american-red-cross";

type Place = { baseUrl: string; publishableKey: string | null | undefined };

/** What a page needs to take donations. */
export function widgetSnippet({ baseUrl, publishableKey }: Place): string {
  return `<script
  src="${baseUrl}/widget/v1/donate.js"
  data-partner-key="${publishableKey ?? PUBLISHABLE_KEY_SLOT}"
  data-nonprofit="${NONPROFIT}"
></script>`;
}

/** The call that makes a link: with a publishable key it needs no signature. */
export function linkSnippet({ baseUrl, publishableKey }: Place): string {
  return `curl '${baseUrl}/v1/partner/donations/create-link' \\
  --header 'Content-Type: application/json' \\
  --header 'X-Partner-Key: ${publishableKey ?? PUBLISHABLE_KEY_SLOT}' \\
  --data-raw '{ "nonprofitSlug": "${NONPROFIT}", "amount": 2500, "currency": "USD" }'`;
}
