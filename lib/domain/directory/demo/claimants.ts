import type { VerificationMethod } from "@/lib/domain/directory/claims/statuses";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";

const FIRST_NAMES = ["Maria", "Daniel", "Ruth", "Samuel", "Priya", "Thomas", "Elena", "Grace", "Andre", "Helen"];
const LAST_NAMES = ["Okafor", "Lindgren", "Moreno", "Castillo", "Whitaker", "Nguyen", "Brandt"];
const ROLES = ["Executive director", "Owner", "Marketing lead", "Community manager"];
const NOTES = [
  "The licence names the same person.",
  "Called the front desk: they know of it.",
  "A second claim came from the same address.",
];

/** Somebody of a provider's house who says that it is theirs. */
export type Claimant = { name: string; email: string; phone: string; role: string; domain: string; note: string };

const turn = <T>(values: readonly T[], n: number) => values[n % values.length]!;

/** The n-th claimant; the lists are of lengths that share no divisor, so names repeat late. */
export function claimantOf({ slug, place }: Pick<MadeProvider, "slug" | "place">, n: number): Claimant {
  const [first, last] = [turn(FIRST_NAMES, n), turn(LAST_NAMES, n)];
  const domain = `${slug}.example`;
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}@${domain}`.toLowerCase(),
    phone: `+1 ${place.areaCode} 555 ${String(1_000 + (n % 9_000)).padStart(4, "0")}`,
    role: turn(ROLES, n),
    domain,
    note: turn(NOTES, n),
  };
}

/** What a claimant hands in, in the form that the API takes it. */
export function attemptEvidence(
  { name, phone, domain }: Claimant,
  method: VerificationMethod,
): Record<string, unknown> {
  const given = { submittedBy: name, attestationAccepted: true };
  switch (method) {
    case "business_email":
      return { evidenceType: method, emailDomain: domain, ...given };
    case "business_phone":
      return { evidenceType: method, phoneLast4: phone.slice(-4), ...given };
    case "license_document":
      return { evidenceType: method, documentUrl: `https://${domain}/documents/license.pdf`, ...given };
    case "domain_dns":
      return { evidenceType: method, note: `The TXT record stands at _claim.${domain}.`, ...given };
    case "admin_manual":
      return { evidenceType: "admin_attestation", note: "We spoke on the phone.", ...given };
  }
}
