import { policyChecks } from "@/db/schema/directory-policy";
import type { Ctx, InTx } from "@/lib/domain/context";
import { checkPolicy } from "@/lib/domain/directory/policy/check-policy";
import { REFUSING_DECISIONS } from "@/lib/domain/directory/policy/statuses";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Checked = { subjectType: string; subjectId: string; texts: readonly (string | null | undefined)[] };

/**
 * Asks the content policy and keeps what it said; returns the id of that. Fails with `policy_blocked`, naming what the text
 * holds and nothing of the text itself.
 */
export async function requirePolicy(ctx: InTx<Ctx>, { subjectType, subjectId, texts }: Checked): Promise<string> {
  const { decision, reasons } = checkPolicy(texts);
  if ((REFUSING_DECISIONS as readonly string[]).includes(decision)) {
    fail("policy_blocked", { message: `The content policy does not allow ${reasons.join(" and ")} here.` });
  }
  const id = newUuidId("policy-check");
  await ctx.db.insert(policyChecks).values({ id, subjectType, subjectId, decision, reasons, createdAt: ctx.now });
  return id;
}
