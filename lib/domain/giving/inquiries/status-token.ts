import { decryptSecret, encryptSecret } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

const purpose = (inquiryId: string) => `inquiry-token:${inquiryId}`;

export function encryptStatusToken(inquiryId: string, token: string): string {
  return encryptSecret(env().keyRing, purpose(inquiryId), token);
}

/** The page on which the applicant follows the inquiry; whoever has the link may change it. */
export function statusPage(inquiry: { id: string; statusTokenEncrypted: string }): string {
  const token = decryptSecret(env().keyRing, purpose(inquiry.id), inquiry.statusTokenEncrypted);
  return `${env().publicBaseUrl}/inquiries/${inquiry.id}?token=${token}`;
}
