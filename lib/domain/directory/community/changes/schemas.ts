import { z } from "zod";
import { POST_TYPES } from "@/lib/domain/directory/community/statuses";
import { Email, line, prose, Reason } from "@/lib/domain/directory/content/schemas";

export const CreatePost = z
  .object({
    communityId: line(200).optional(),
    providerId: line(200).optional(),
    authorName: line(200).optional(),
    authorEmail: Email.optional(),
    postType: z.enum(POST_TYPES, `must be one of ${POST_TYPES.join(", ")}`),
    title: line(200),
    body: prose.optional(),
    city: line(100).optional(),
    state: line(50).optional(),
    isSponsored: z.boolean().default(false),
    disclosureLabel: line(100).optional(),
    status: z.enum(["pending_moderation", "published"]).default("pending_moderation"),
    reason: Reason,
  })
  .refine((post) => !post.isSponsored || post.disclosureLabel !== undefined, {
    path: ["disclosureLabel"],
    message: "is required for a sponsored post",
  });
export type CreatePost = z.output<typeof CreatePost>;
