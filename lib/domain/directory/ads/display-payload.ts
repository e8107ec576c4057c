/** What a creative's payload may say about its looks. Budgets, targeting rules and internal ids have no name here. */
const DISPLAYED = new Set([
  ...["cta", "ctaLabel", "ctaText", "callToAction", "buttonLabel", "badge", "eyebrow", "tagline", "subheadline"],
  ...["alt", "altText", "imageAlt", "imageUrl", "logoUrl", "videoUrl", "icon", "color", "accentColor"],
  ...["layout", "theme", "format", "size", "style", "locale", "language", "priceLabel"],
]);

const isPlain = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

/** Only what is displayed of a creative's payload: known names with plain values (contract 5.20). */
export function displayPayload(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(payload).filter(([name, value]) => DISPLAYED.has(name) && isPlain(value)));
}
