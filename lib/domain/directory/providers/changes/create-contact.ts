import { and, eq } from "drizzle-orm";
import { providerContacts, providers } from "@/db/schema/directory-providers";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import type { Made } from "@/lib/domain/directory/content/schemas";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import type { CreateContact } from "@/lib/domain/directory/providers/changes/schemas";
import { visibleProvider } from "@/lib/domain/directory/providers/visibility";
import { providerContactCreated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

/**
 * Enters somebody's wish to be contacted by a provider that is in sight. Whoever left no way to be reached is noted as
 * that; nobody outside learns more of it than that there is one.
 */
export async function createContact(ctx: AdminCtx, input: { id: string } & CreateContact): Promise<Made> {
  const { id: providerId, reason, ...asked } = input;
  return inTransaction(ctx, async (ctx) => {
    const [provider] = await ctx.db
      .select({ id: providers.id })
      .from(providers)
      .where(and(eq(providers.id, providerId), visibleProvider()));
    if (!provider) fail("provider_not_found");
    const id = newUuidId("provider-contact");
    await requirePolicy(ctx, { subjectType: "provider_contact", subjectId: id, texts: [asked.message] });
    const status = asked.requesterEmail || asked.requesterPhone ? "submitted" : "needs_contact_info";
    await ctx.db
      .insert(providerContacts)
      .values({ id, providerId, ...asked, status, createdAt: ctx.now, updatedAt: ctx.now });
    await auditChange(ctx, {
      ...{ action: "provider_contact.created", targetType: "provider_contact", targetId: id, reason },
      after: { providerId, status },
    });
    const createdAt = ctx.now.toISOString();
    const told = { providerId, contactId: id, status, createdAt };
    await recordDirectoryEvent(ctx, providerContactCreated, providerId, told);
    return { data: { id, status, createdAt } };
  });
}
