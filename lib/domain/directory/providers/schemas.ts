import { z } from "zod";
import { CLAIM_STATUSES } from "@/lib/domain/directory/claims/statuses";
import { filterOneOf, filterText, LookupMeta, PageQuery, pagedOf } from "@/lib/domain/directory/paging/schemas";
import { PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** Path of what concerns one provider: its id or its slug. */
export const ProviderParams = z.object({ id: z.string().meta({ description: "Id or slug of the provider." }) });
export type ProviderParams = z.output<typeof ProviderParams>;

/** Which provider an answer is about. */
export const ProviderRef = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    status: z.enum(PUBLIC_PROVIDER_STATUSES),
    city: z.string(),
    state: z.string(),
  })
  .meta({ id: "ProviderRef" });
export type ProviderRef = z.output<typeof ProviderRef>;

/** A listing as partners see it. */
export const Provider = z
  .object({
    id: z.string().meta({ example: "provider-3f2c1f0a-8a55-4d0e-a1b2-5d1c0f6f7e21" }),
    name: z.string(),
    slug: z.string(),
    status: z.enum(PUBLIC_PROVIDER_STATUSES),
    categories: z.array(z.string()),
    address: z.string().optional(),
    city: z.string(),
    state: z.string(),
    zip: z.string().optional(),
    phone: z.string().optional(),
    websiteUrl: z.string().optional(),
    imageUrl: z.string().optional(),
    priceLabel: z.string().optional(),
    summary: z.string().optional(),
    confidenceScore: z.number().meta({ description: "From 0 to 1." }),
    source: z
      .object({ name: z.string(), url: z.string().optional(), fetchedAt: IsoTime, confidence: z.number() })
      .meta({ description: "Where the facts come from." }),
  })
  .meta({ id: "Provider" });
export type Provider = z.output<typeof Provider>;

/** Filters narrow the list; unknown values of `status` are ignored. */
export const ListProvidersQuery = PageQuery.extend({
  q: filterText.meta({ description: "Part of the name, in any case." }),
  city: filterText.meta({ example: "Denver" }),
  state: filterText.meta({ example: "CO" }),
  category: filterText.meta({ description: "Name or slug of a category.", example: "memory-care" }),
  status: filterOneOf(PUBLIC_PROVIDER_STATUSES),
});
export type ListProvidersQuery = z.output<typeof ListProvidersQuery>;

export const ProviderList = pagedOf(Provider);
export type ProviderList = z.output<typeof ProviderList>;

export const ProviderDetail = z.object({ data: Provider, meta: LookupMeta });
export type ProviderDetail = z.output<typeof ProviderDetail>;

const Pct = z.int().min(0).max(100).meta({ example: 75 });

/** How well a provider can be found, in scores that say nothing of how it came by them. */
export const ProviderVisibility = z.object({
  data: z.object({
    provider: ProviderRef,
    generatedAt: IsoTime,
    scores: z.object({ profileCompletion: Pct, discovery: Pct, reputation: Pct, growthReadiness: Pct, overall: Pct }),
    claimStatus: z.enum([...CLAIM_STATUSES, "not_claimed"]).meta({ description: "Of the newest claim." }),
    metrics: z.array(
      z.object({
        label: z.string(),
        value: z.int().meta({ description: "Checks that are met." }),
        total: z.int(),
        status: z.enum(["strong", "watch", "gap"]),
      }),
    ),
    missingProfileFields: z.array(z.string()),
    nextBestActions: z.array(
      z.object({ label: z.string(), priority: z.enum(["high", "medium", "low"]), reason: z.string() }),
    ),
  }),
});
export type ProviderVisibility = z.output<typeof ProviderVisibility>["data"];
