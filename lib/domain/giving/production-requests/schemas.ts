import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { intakeFields } from "@/lib/domain/giving/intake/schemas";
import { PRODUCTION_ACCESS } from "@/lib/domain/partners/statuses";
import { IsoTime, ObjectId, text } from "@/lib/domain/shared/schemas";

export const REQUEST_STATUSES = ["OPEN", "APPROVED", "REJECTED"] as const;

/** The fields of the intake (contract 1.4), as production needs them. */
export const ProductionRequest = z.strictObject({ ...intakeFields, ipAllowlist: intakeFields.ipAllowlist.optional() });
export type ProductionRequest = z.output<typeof ProductionRequest>;

/** The parts of a request that a comment may be about. */
export const REQUEST_FIELDS = Object.keys(ProductionRequest.shape) as (keyof ProductionRequest)[];

/** `INTERNAL` comments are for administrators alone. */
export const COMMENT_AUDIENCES = ["SHARED", "INTERNAL"] as const;
export const AUTHOR_TYPES = ["ADMIN", "PARTNER_USER"] as const;

const CommentText = text(1, 2000).meta({ example: "How many orders a month do you expect?" });
const CommentField = z.enum(REQUEST_FIELDS);

export const ReviewComment = z
  .object({
    id: ObjectId,
    audience: z.enum(COMMENT_AUDIENCES),
    authorType: z.enum(AUTHOR_TYPES),
    authorName: z.string(),
    field: z.string().nullable(),
    text: z.string(),
    at: IsoTime,
  })
  .meta({ id: "ProductionReviewComment" });
export type ReviewComment = z.output<typeof ReviewComment>;

/** One sending of a request, and what it changed about the one before. */
const Revision = z.object({
  revision: z.int(),
  at: IsoTime,
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type Revision = z.output<typeof Revision>;

/** The last request for production and its review. `note` is what was said with the decision. */
export const ProductionReview = z
  .object({
    productionAccess: z.enum(PRODUCTION_ACCESS),
    request: z
      .object({
        id: ObjectId,
        status: z.enum(REQUEST_STATUSES),
        fields: z.looseObject(ProductionRequest.shape).meta({ id: "ProductionRequestFields" }),
        changesRequested: z.boolean(),
        changesRequestedAt: IsoTime.nullable(),
        note: z.string().nullable(),
        decidedAt: IsoTime.nullable(),
        createdAt: IsoTime,
        updatedAt: IsoTime,
        revisions: z.array(Revision),
        comments: z.array(ReviewComment),
      })
      .nullable(),
  })
  .meta({ id: "ProductionReview" });
export type ProductionReview = z.output<typeof ProductionReview>;

export const CommentOnRequest = z.strictObject({ text: CommentText, field: CommentField.optional() });
export type CommentOnRequest = z.output<typeof CommentOnRequest>;

export const AdminCommentOnRequest = CommentOnRequest.extend({
  audience: z.enum(COMMENT_AUDIENCES).default("SHARED"),
  reason: Reason,
});
export type AdminCommentOnRequest = z.output<typeof AdminCommentOnRequest>;

export const RequestChanges = z.strictObject({ comments: z.array(CommentOnRequest).min(1).max(20), reason: Reason });
export type RequestChanges = z.output<typeof RequestChanges>;

export const ProductionRequested = z.object({ productionAccess: z.literal("REQUESTED") });
export type ProductionRequested = z.output<typeof ProductionRequested>;
