import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiries } from "@/db/schema/inquiries";
import { inTransaction } from "@/lib/domain/context";
import { InquiryFields } from "@/lib/domain/giving/inquiries/schemas";
import type { InquiryStatus } from "@/lib/domain/giving/inquiries/statuses";
import { submitInquiry } from "@/lib/domain/giving/inquiries/submit-inquiry";
import { addInvitation } from "@/lib/domain/invitations/add-invitation";
import { newObjectId } from "@/lib/platform/ids";
import type { Call } from "@/lib/testing/call";
import { testCtx } from "@/lib/testing/context";
import { jsonCall } from "@/lib/testing/sign";
import { inquiryBody, type World } from "@/lib/testing/worlds";

/** The applicant's call on an inquiry of its own that stands like this. */
export async function callOnInquiry(
  { method, verb = "", body }: { method: string; verb?: string; body?: object },
  status: InquiryStatus = "SUBMITTED",
): Promise<Call> {
  const made = await submitInquiry(testCtx(new Date()), InquiryFields.parse(inquiryBody()));
  await database().db.update(inquiries).set({ status }).where(eq(inquiries.id, made.inquiryId));
  const target = `/v1/partner/inquiries/${made.inquiryId}${verb}`;
  if (!body) return { method, target: `${target}?token=${made.statusToken}` };
  return jsonCall(method, target, { ...body, token: made.statusToken });
}

async function invitationToken({ partner }: World): Promise<string> {
  const place = { partnerId: partner.id, partnerRole: "VIEWER" } as const;
  const invited = { email: `guest-${newObjectId()}@example.org`, place, invitedBy: "test" };
  return (await inTransaction(testCtx(new Date()), (ctx) => addInvitation(ctx, invited))).token;
}

/** By the endpoint's id: a call that succeeds by a token which only a mail or an answer holds, on something of its own. */
export const CALLS_BY_TOKEN: Record<string, (world: World) => Promise<Call>> = {
  getInquiryState: () => callOnInquiry({ method: "GET" }),
  resubmitInquiry: () => callOnInquiry({ method: "PUT", body: inquiryBody() }, "CHANGES_REQUESTED"),
  commentOnInquiry: () => callOnInquiry({ method: "POST", verb: "/comments", body: { text: "In Portland." } }),
  withdrawInquiry: () => callOnInquiry({ method: "POST", verb: "/withdraw", body: {} }),
  readInvitation: async (world) =>
    jsonCall("POST", "/v1/partner/auth/read-invitation", { token: await invitationToken(world) }),
  acceptInvitation: async (world) => {
    const person = { firstName: "Jo", lastName: "Doe", password: "correct horse battery" };
    return jsonCall("POST", "/v1/partner/auth/accept-invitation", { ...person, token: await invitationToken(world) });
  },
};
