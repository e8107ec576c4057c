import { z } from "zod";
import { POST_STATUSES, POST_TYPES } from "@/lib/domain/directory/community/statuses";
import { Email, line, prose, Reason, recordChange, statusAmong } from "@/lib/domain/directory/content/schemas";

const PostFields = z.object({
  title: line(200, { title: "Title" }),
  postType: z.enum(POST_TYPES, `must be one of ${POST_TYPES.join(", ")}`).meta({ title: "Type" }),
  body: prose.meta({ title: "Text" }).optional(),
  authorName: line(200, { title: "Author", description: "The name that readers see." }).optional(),
  city: line(100, { title: "City" }).optional(),
  state: line(50, { title: "State" }).optional(),
  isSponsored: z
    .boolean()
    .meta({ title: "Sponsored", description: "It was paid for and says so by its label." })
    .default(false),
  disclosureLabel: line(100, { title: "Disclosure label", description: "Needed where it is sponsored." }).optional(),
  providerId: line(200, { title: "Provider ID", description: "Of the provider it is about." }).optional(),
  communityId: line(200, { title: "Community ID" }).optional(),
});

export const CreatePost = PostFields.extend({
  authorEmail: Email.meta({ title: "Author's e-mail address", description: "Never shown to partners." }).optional(),
  status: statusAmong(["pending_moderation", "published"]).default("pending_moderation"),
  reason: Reason,
});
export type CreatePost = z.output<typeof CreatePost>;

export const ChangePost = recordChange(PostFields, POST_STATUSES);
export type ChangePost = z.output<typeof ChangePost>;
