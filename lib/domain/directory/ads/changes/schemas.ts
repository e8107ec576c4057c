import { z } from "zod";
import { AD_SURFACES, PLACEMENT_STATUSES } from "@/lib/domain/directory/ads/statuses";
import { line, prose, Reason, recordChange, statusAmong } from "@/lib/domain/directory/content/schemas";

const PlacementFields = z.object({
  name: line(200, { title: "Name" }),
  surface: z.enum(AD_SURFACES, `must be one of ${AD_SURFACES.join(", ")}`).meta({ title: "Surface" }),
  disclosureLabel: line(100, { title: "Disclosure label" }).default("Sponsored"),
  description: prose.meta({ title: "Description" }).optional(),
  disclosureRequired: z.boolean().meta({ title: "What is shown there must say that it is paid for" }).default(true),
});

/** Its key stays: creatives, impressions and clicks are known by it. */
export const CreatePlacement = PlacementFields.extend({
  placementKey: line(200, { title: "Key", description: "Known by it for good, such as city.sidebar." }),
  status: statusAmong(PLACEMENT_STATUSES).default("active"),
  reason: Reason,
});
export type CreatePlacement = z.output<typeof CreatePlacement>;

export const ChangePlacement = recordChange(PlacementFields, PLACEMENT_STATUSES);
export type ChangePlacement = z.output<typeof ChangePlacement>;

export const RecordAd = z.object({
  placementKey: line(200),
  adCreativeId: line(200),
  requestId: line(200).optional(),
  reason: Reason,
});
export type RecordAd = z.output<typeof RecordAd>;
