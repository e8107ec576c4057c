import { policyChecks } from "@/db/schema/directory-policy";
import type { Ctx, InTx } from "@/lib/domain/context";
import { checkPolicy } from "@/lib/domain/policy/check-policy";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Checked = { subjectType: string; subjectId: string; texts: readonly (string | null | undefined)[] };

/**
 * Asks the content policy and keeps what it said; returns the id of that. Fails with `policy_blocked`, naming what the text
 * holds and nothing of the text itself.
 */
export async function requirePolicy(ctx: InTx<Ctx>, { subjectType, subjectId, texts }: Checked): Promise<string> {
  const { decision, reasons, refusal } = checkPolicy(texts);
  if (refusal !== null) fail("policy_blocked", { message: refusal });
  const id = newUuidId("policy-check");
  await ctx.db.insert(policyChecks).values({ id, subjectType, subjectId, decision, reasons, createdAt: ctx.now });
  return id;
}
