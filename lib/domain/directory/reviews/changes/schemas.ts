import { z } from "zod";
import { Email, line, prose, Reason, statusAmong } from "@/lib/domain/directory/content/schemas";

/** What people say is moderated, not rewritten: there is no change of it but of its status. */
export const CreateReview = z.object({
  providerId: line(200, { title: "Provider ID" }),
  reviewerName: line(200, { title: "Reviewer", description: "The name that readers see." }),
  rating: z.int().min(1).max(5).meta({ title: "Rating", description: "1 to 5." }),
  title: line(200, { title: "Title" }).optional(),
  body: prose.meta({ title: "Text" }).optional(),
  source: line(50, { title: "Source" }).default("first_party"),
  reviewerEmail: Email.meta({ title: "Reviewer's e-mail address", description: "Never shown to partners." }).optional(),
  status: statusAmong(["pending_moderation", "published"]).default("pending_moderation"),
  reason: Reason,
});
export type CreateReview = z.output<typeof CreateReview>;

export const CreateResponse = z.object({
  body: prose.min(1, "is required"),
  generatedByAi: z.boolean().default(false),
  reason: Reason,
});
export type CreateResponse = z.output<typeof CreateResponse>;
