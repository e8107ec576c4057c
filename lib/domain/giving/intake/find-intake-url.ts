import { desc, eq } from "drizzle-orm";
import { inquiries } from "@/db/schema/inquiries";
import { productionRequests } from "@/db/schema/readiness";
import type { Ctx } from "@/lib/domain/context";

/** The webhook URL that a partner named itself: in its latest request for production, else in the inquiry it came by. */
export async function findIntakeUrl(ctx: Ctx, partnerId: string): Promise<string | undefined> {
  const [[request], [inquiry]] = await Promise.all([
    ctx.db
      .select({ fields: productionRequests.fields })
      .from(productionRequests)
      .where(eq(productionRequests.partnerId, partnerId))
      .orderBy(desc(productionRequests.createdAt))
      .limit(1),
    ctx.db.select({ fields: inquiries.fields }).from(inquiries).where(eq(inquiries.partnerId, partnerId)),
  ]);
  return request?.fields.webhookUrl ?? inquiry?.fields.webhookUrl;
}
