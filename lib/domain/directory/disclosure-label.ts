const DISCLOSURE_DEFAULT = "Sponsored";

/** The first of these labels that says something: what is paid for is never without one. */
export function labelOf(...labels: (string | null | undefined)[]): string {
  return labels.map((label) => label?.trim()).find(Boolean) ?? DISCLOSURE_DEFAULT;
}
