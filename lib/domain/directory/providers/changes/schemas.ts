import { z } from "zod";
import { Email, line, prose, Reason, WebUrl } from "@/lib/domain/directory/content/schemas";
import { PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";

export const ChangeProvider = z
  .object({
    status: z.enum(PROVIDER_STATUSES, `must be one of ${PROVIDER_STATUSES.join(", ")}`).optional(),
    name: line(200).optional(),
    phone: line(50).nullable().optional(),
    websiteUrl: WebUrl.nullable().optional(),
    imageUrl: WebUrl.nullable().optional(),
    priceLabel: line(100).nullable().optional(),
    summary: prose.nullable().optional(),
    reason: Reason,
  })
  .refine(({ reason: _, ...changes }) => Object.keys(changes).length > 0, "name at least one field to change");
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
