import { eq } from "drizzle-orm";
import { admins } from "@/db/schema/partners";
import type { AdminCtx, Ctx, InTx } from "@/lib/domain/context";
import { approveInquiry } from "@/lib/domain/giving/inquiries/decide-inquiry";
import { requestInquiryChanges } from "@/lib/domain/giving/inquiries/request-changes";
import { reviewInquiry } from "@/lib/domain/giving/inquiries/review-inquiry";
import type { InquiryFields } from "@/lib/domain/giving/inquiries/schemas";
import { submitInquiry } from "@/lib/domain/giving/inquiries/submit-inquiry";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { newPrefixedId } from "@/lib/platform/ids";

type DemoInquiry = { daysAgo: number; stands: "new" | "sent back" | "approved"; fields: InquiryFields };

const INQUIRIES: readonly DemoInquiry[] = [
  {
    daysAgo: 9,
    stands: "approved",
    fields: {
      partnerName: "Fernwood Outfitters",
      legalEntity: "Fernwood Outfitters GmbH",
      website: "https://fernwood.example",
      contactName: "Felix Baumann",
      contactEmail: "felix@fernwood.example",
      useCaseSummary: "Customers earn tokens for repairs instead of replacements, and give them to trail associations.",
      integrationModel: "BOTH",
      expectedMonthlyActionVolume: 18_000,
      actionTypes: ["PURCHASE", "DONATION"],
      stakeholderModel: [{ stakeholderTypeCode: "CUSTOMER", description: "Who has something repaired" }],
      webhookUrl: "https://fernwood.example/hooks/rewards",
    },
  },
  {
    daysAgo: 4,
    stands: "sent back",
    fields: {
      partnerName: "Cobalt Cinemas",
      legalEntity: "Cobalt Cinemas Ltd",
      contactName: "Carys Evans",
      contactEmail: "carys@cobalt.example",
      useCaseSummary: "Members earn tokens for each visit on a weekday.",
      integrationModel: "SERVER_TO_SERVER",
      expectedMonthlyActionVolume: 250_000,
      actionTypes: ["PURCHASE"],
    },
  },
  {
    daysAgo: 1,
    stands: "new",
    fields: {
      partnerName: "Alder Street Clinic",
      legalEntity: "Alder Street Health, Inc.",
      website: "https://alderstreet.example",
      contactName: "Dr. Ama Boateng",
      contactEmail: "ama@alderstreet.example",
      useCaseSummary: "Patients earn tokens for check-ups they keep, and volunteers for the hours they give.",
      integrationModel: "WIDGET_ONLY",
      expectedMonthlyActionVolume: 1_200,
      actionTypes: ["VOLUNTEER", "ADVOCACY"],
    },
  },
];

/** What waits in the review queue: one inquiry nobody has opened, one with its applicant, one for its contract. */
export async function insertDemoInquiries(ctx: InTx<Ctx>): Promise<void> {
  const [reviewer] = await ctx.db.select().from(admins).where(eq(admins.role, "REVIEWER"));
  const at = (daysAgo: number) => {
    const now = new Date(ctx.now.getTime() - daysAgo * DAY_MS);
    return { ...ctx, now, requestId: newPrefixedId("req") };
  };
  const reviewing = (daysAgo: number): AdminCtx => ({
    ...at(daysAgo),
    actor: { type: "admin", adminId: reviewer!.id, role: "REVIEWER", address: "198.51.100.7" },
  });
  for (const { daysAgo, stands, fields } of INQUIRIES) {
    const { inquiryId } = await submitInquiry(at(daysAgo), fields);
    if (stands === "new") continue;
    await reviewInquiry(reviewing(daysAgo - 1), { inquiryId, reason: "First of the day" });
    if (stands === "sent back") {
      const text = "Is this for all cinemas, or for the six of the trial?";
      const comments = [{ field: "expectedMonthlyActionVolume" as const, text }];
      await requestInquiryChanges(reviewing(daysAgo - 2), { inquiryId, comments, reason: "Volume is to be confirmed" });
    } else {
      const note = "Welcome. The contract follows by mail.";
      await approveInquiry(reviewing(daysAgo - 3), { inquiryId, tier: "STANDARD", note, reason: "A clear use" });
    }
  }
}
