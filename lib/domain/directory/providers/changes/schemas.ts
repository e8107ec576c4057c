import { z } from "zod";
import { Email, line, prose, Reason, recordChange, statusAmong, WebUrl } from "@/lib/domain/directory/content/schemas";
import { PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";

const CATEGORIES_MAX = 20;

const ProviderFields = z.object({
  name: line(200, { title: "Name" }),
  phone: line(50, { title: "Phone" }).optional(),
  websiteUrl: WebUrl.meta({ title: "Website" }).optional(),
  imageUrl: WebUrl.meta({ title: "Image address" }).optional(),
  priceLabel: line(100, {
    title: "Price",
    description: "As partners show it, such as “From $3,400 a month”.",
  }).optional(),
  summary: prose.meta({ title: "Summary", description: "80 characters or more count as complete." }).optional(),
  addressLine1: line(200, { title: "Street and number" }).optional(),
  addressLine2: line(200, { title: "Suite or floor" }).optional(),
  city: line(100, { title: "City" }),
  state: line(50, { title: "State" }),
  postalCode: line(20, { title: "Postal code" }).optional(),
  categories: z
    .array(line(100))
    .max(CATEGORIES_MAX)
    .meta({ title: "Categories", description: "Each by its slug or name, such as memory-care." })
    .default([]),
});

/** The address is the one at which it is listed; a claimed provider is never made, only come to be by a claim. */
export const CreateProvider = ProviderFields.extend({
  status: statusAmong(["imported", "verified_by_source", "verified"]).default("imported"),
  reason: Reason,
});
export type CreateProvider = z.output<typeof CreateProvider>;

export const ChangeProvider = recordChange(ProviderFields, PROVIDER_STATUSES);
export type ChangeProvider = z.output<typeof ChangeProvider>;

export const CreateContact = z.object({
  requesterName: line(200),
  requesterEmail: Email.optional(),
  requesterPhone: line(50).optional(),
  relationship: line(100).optional(),
  payingWith: line(100).optional(),
  message: prose.optional(),
  reason: Reason,
});
export type CreateContact = z.output<typeof CreateContact>;
