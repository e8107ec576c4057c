import { eq, like, or } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { partnerStatusChanged } from "@/lib/domain/partners/event-types";
import { FIRST_SETTINGS } from "@/lib/domain/partners/insert-partner";
import { DEFAULT_ACTION_TYPES, DEFAULT_STAKEHOLDER_TYPES, FEATURES } from "@/lib/domain/partners/statuses";
import { newObjectId } from "@/lib/platform/ids";

const SLUG_MAX = 60;

/** Lower-case letters, digits and hyphens; `partner` when nothing of the name is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, SLUG_MAX)
    .replace(/-+$/, "");
  return slug || "partner";
}

async function freeSlug(ctx: InTx<Ctx>, name: string): Promise<string> {
  const base = slugOf(name);
  const taken = await ctx.db
    .select({ slug: partners.slug })
    .from(partners)
    .where(or(eq(partners.slug, base), like(partners.slug, `${base}-%`)));
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(base)) return base;
  for (let number = 2; ; number += 1) if (!slugs.has(`${base}-${number}`)) return `${base}-${number}`;
}

/**
 * Creates the partner of a self-service user: active in the sandbox, every feature on, Standard tier, no production
 * access (contract 1.2). Two organisations of one name get different slugs; returns the partner's id.
 */
export async function createSelfServicePartner(
  ctx: InTx<Ctx>,
  input: { name: string; contactEmail: string },
): Promise<string> {
  const id = newObjectId();
  // A slug taken between look and insert is not an error of the caller: look again.
  for (let attempt = 0; ; attempt += 1) {
    const slug = attempt === 0 ? await freeSlug(ctx, input.name) : `${slugOf(input.name)}-${id.slice(-6)}`;
    const inserted = await ctx.db
      .insert(partners)
      .values({
        id,
        name: input.name,
        slug,
        status: "ACTIVE",
        enabledFeatures: [...FEATURES],
        actionTypes: [...DEFAULT_ACTION_TYPES],
        stakeholderTypes: [...DEFAULT_STAKEHOLDER_TYPES],
        contactEmail: input.contactEmail,
        ...FIRST_SETTINGS,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: partners.id });
    if (inserted.length > 0) break;
  }
  await recordAudit(ctx, {
    action: "partner.created",
    targetType: "partner",
    targetId: id,
    partnerId: id,
    environment: null,
    after: { name: input.name, status: "ACTIVE", origin: "self-service" },
  });
  await recordEvent(ctx, { partnerId: id, environment: null }, partnerStatusChanged, {
    partnerId: id,
    from: null,
    to: "ACTIVE",
    reason: "Self-service sign-up",
  });
  return id;
}
