import { z } from "zod";
import { Email, line, prose, Reason } from "@/lib/domain/directory/content/schemas";

export const CreateReview = z.object({
  providerId: line(200),
  reviewerName: line(200),
  reviewerEmail: Email.optional(),
  rating: z.int().min(1).max(5),
  title: line(200).optional(),
  body: prose.optional(),
  source: line(50).default("first_party"),
  status: z.enum(["pending_moderation", "published"]).default("pending_moderation"),
  reason: Reason,
});
export type CreateReview = z.output<typeof CreateReview>;

export const CreateResponse = z.object({
  body: prose.min(1, "is required"),
  generatedByAi: z.boolean().default(false),
  reason: Reason,
});
export type CreateResponse = z.output<typeof CreateResponse>;
