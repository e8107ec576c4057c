import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import {
  COMMENT_AUDIENCES,
  COMMENT_AUTHORS,
  DECISIONS,
  INQUIRY_STATUSES,
  type InquiryStatus,
} from "@/lib/domain/giving/inquiries/statuses";
import { intakeFields, KybInput, WebsiteUrl } from "@/lib/domain/giving/intake/schemas";
import { Kyb } from "@/lib/domain/giving/partner-records/schemas";
import { INTEGRATION_MODELS, TIERS } from "@/lib/domain/partners/statuses";
import { IsoTime, IsoTimeInput, listOf, ObjectId, PageQuery, text } from "@/lib/domain/shared/schemas";

export const InquiryId = z.string().meta({ example: "inq_695b9e0d4f1a2b3c4d5e6f72" });

/** The intake as an applicant fills it in (contract 1.4 and 6.1); the website is ours. */
export const InquiryFields = z.strictObject({
  ...intakeFields,
  stakeholderModel: intakeFields.stakeholderModel.optional(),
  webhookUrl: intakeFields.webhookUrl.optional(),
  ipAllowlist: intakeFields.ipAllowlist.optional(),
  contactName: text(1, 120).meta({ example: "Jane Miller" }),
  website: WebsiteUrl.optional(),
});
export type InquiryFields = z.output<typeof InquiryFields>;

const { stakeholderTypeCode, description } = intakeFields.stakeholderModel.element.shape;

/** A submission as answers show it: open to new fields. */
const FieldsAsSubmitted = z
  .object({
    ...InquiryFields.shape,
    // Not asked for at first: early inquiries have none.
    contactName: InquiryFields.shape.contactName.optional(),
    stakeholderModel: z.array(z.object({ stakeholderTypeCode, description })).optional(),
  })
  .meta({ id: "SubmittedFields" });

export type FieldsAsSubmitted = z.output<typeof FieldsAsSubmitted>;

export type InquiryField = keyof InquiryFields;
/** What a comment may be anchored to. */
export const INQUIRY_FIELDS = Object.keys(InquiryFields.shape) as [InquiryField, ...InquiryField[]];
const Field = z.enum(INQUIRY_FIELDS);

/** What people call them, in mails and on screens. */
export const INQUIRY_FIELD_NAMES: Record<InquiryField, string> = {
  partnerName: "Organisation",
  legalEntity: "Legal entity",
  contactEmail: "Contact e-mail",
  useCaseSummary: "Use case",
  integrationModel: "Integration model",
  expectedMonthlyActionVolume: "Expected actions a month",
  actionTypes: "Action types",
  stakeholderModel: "Stakeholders",
  webhookUrl: "Webhook URL",
  ipAllowlist: "IP allow-list",
  contactName: "Contact name",
  website: "Website",
};

const COMMENT_MAX = 2000;
const NOTE_MAX = 2000;
const COMMENTS_PER_REQUEST_MAX = 30;

const CommentText = text(1, COMMENT_MAX).meta({ example: "Which of your shops sends the purchases?" });
const Note = text(1, NOTE_MAX).meta({ example: "Welcome. The contract follows by mail." });

// What an applicant sees.

/** Shown once to the applicant, and in the link of every mail; reads and writes this inquiry alone. */
export const StatusToken = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be 64 lowercase hex characters")
  .meta({ example: "4b1d0a5c7e9f2836b1d0a5c7e9f28364b1d0a5c7e9f2836b1d0a5c7e9f283641" });

export const InquirySubmitted = z
  .object({ inquiryId: InquiryId, status: z.enum(INQUIRY_STATUSES), statusToken: StatusToken })
  .meta({ id: "InquirySubmitted" });
export type InquirySubmitted = z.output<typeof InquirySubmitted>;

export const InquiryParams = z.strictObject({ inquiryId: z.string().max(64) });

/** Any text is a token that may be wrong, which is answered as an unknown inquiry is. */
const AnyToken = z.string().max(200);
export const InquiryTokenQuery = z.strictObject({ token: AnyToken });
export const ResubmitInquiry = InquiryFields.extend({ token: AnyToken });
export type ResubmitInquiry = z.output<typeof ResubmitInquiry>;
export const CommentOnInquiry = z.strictObject({ token: AnyToken, text: CommentText, field: Field.optional() });
export type CommentOnInquiry = z.output<typeof CommentOnInquiry>;
export const WithdrawInquiry = z.strictObject({ token: AnyToken });
export type WithdrawInquiry = z.output<typeof WithdrawInquiry>;

export const SharedComment = z
  .object({
    id: ObjectId,
    author: z.enum(COMMENT_AUTHORS),
    field: Field.nullable(),
    text: z.string(),
    at: IsoTime,
  })
  .meta({ id: "InquiryComment" });
export type SharedComment = z.output<typeof SharedComment>;

/** An inquiry as its applicant sees it. `may` says what the applicant can do now. */
export const InquiryState = z
  .object({
    inquiryId: InquiryId,
    status: z.enum(INQUIRY_STATUSES),
    submittedAt: IsoTime,
    decidedAt: IsoTime.optional(),
    decisionNote: z.string().optional(),
    fields: FieldsAsSubmitted,
    comments: z.array(SharedComment),
    may: z.object({ resubmit: z.boolean(), comment: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: "InquiryState" });
export type InquiryState = z.output<typeof InquiryState>;

// What administrators see.

export const INQUIRY_SORTS = [
  "createdAt",
  "-createdAt",
  "partnerName",
  "-partnerName",
  "expectedMonthlyActionVolume",
  "-expectedMonthlyActionVolume",
] as const;

export const ListInquiriesQuery = PageQuery.extend({
  status: z.enum(INQUIRY_STATUSES).optional(),
  open: z.literal("true").optional().meta({ description: "Only those of which something may still become." }),
  search: text(1, 100).optional().meta({ description: "Part of the names or the contact address, in any case." }),
  sort: z.enum(INQUIRY_SORTS).default("-createdAt"),
});
export type ListInquiriesQuery = z.output<typeof ListInquiriesQuery>;

/** `openSince`: since when it stands in its present status; null once nothing more becomes of it. */
export const InquirySummary = z
  .object({
    id: InquiryId,
    partnerName: z.string(),
    contactName: z.string().nullable(),
    contactEmail: z.string(),
    integrationModel: z.enum(INTEGRATION_MODELS),
    expectedMonthlyActionVolume: z.int(),
    tierHint: z.enum(TIERS),
    status: z.enum(INQUIRY_STATUSES),
    submittedAt: IsoTime,
    updatedAt: IsoTime,
    openSince: IsoTime.nullable(),
  })
  .meta({ id: "InquirySummary" });
export type InquirySummary = z.output<typeof InquirySummary>;

const Counts = z.object(
  Object.fromEntries(INQUIRY_STATUSES.map((status) => [status, z.int()])) as Record<InquiryStatus, z.ZodInt>,
);

/** `counts`: how many the search finds in each status, whatever status is asked for. */
export const InquiryList = listOf(InquirySummary).extend({ counts: Counts });
export type InquiryList = z.output<typeof InquiryList>;

/** `by` is the reviewer's address as it is now; null for the applicant. */
export const InquiryComment = SharedComment.extend({
  audience: z.enum(COMMENT_AUDIENCES),
  by: z.string().nullable(),
}).meta({ id: "ReviewComment" });
export type InquiryComment = z.output<typeof InquiryComment>;

/** What a submission said, and where it differs from the one before; a field that is missing there is null. */
export const InquiryRevision = z
  .object({
    number: z.int(),
    at: IsoTime,
    fields: FieldsAsSubmitted,
    changes: z.array(z.object({ field: Field, before: z.unknown(), after: z.unknown() })),
  })
  .meta({ id: "InquiryRevision" });
export type InquiryRevision = z.output<typeof InquiryRevision>;

/** The whole of an inquiry. `comments` are shared with the applicant, `notes` are internal; both oldest first. */
export const Inquiry = InquirySummary.extend({
  fields: FieldsAsSubmitted,
  revisions: z.array(InquiryRevision),
  comments: z.array(InquiryComment),
  notes: z.array(InquiryComment),
  decision: z
    .object({
      outcome: z.enum(DECISIONS),
      at: IsoTime,
      by: z.string().nullable(),
      tier: z.enum(TIERS).nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  contract: z.object({
    contractSignedAt: IsoTime.nullable(),
    acceptableUseAcceptedAt: IsoTime.nullable(),
    kyb: Kyb,
  }),
  partnerId: ObjectId.nullable(),
}).meta({ id: "Inquiry" });
export type Inquiry = z.output<typeof Inquiry>;

export const ReviewInquiry = z.strictObject({ reason: Reason });
export type ReviewInquiry = z.output<typeof ReviewInquiry>;

/** The note is shown to the applicant. */
export const ApproveInquiry = z.strictObject({ tier: z.enum(TIERS), note: Note.optional(), reason: Reason });
export type ApproveInquiry = z.output<typeof ApproveInquiry>;

export const RejectInquiry = z.strictObject({ note: Note, reason: Reason });
export type RejectInquiry = z.output<typeof RejectInquiry>;

export const RequestChanges = z.strictObject({
  comments: z
    .array(z.strictObject({ field: Field.optional(), text: CommentText }))
    .min(1, "must say what to change")
    .max(COMMENTS_PER_REQUEST_MAX),
  reason: Reason,
});
export type RequestChanges = z.output<typeof RequestChanges>;

export const AddInquiryComment = z.strictObject({
  text: CommentText,
  audience: z.enum(COMMENT_AUDIENCES),
  field: Field.optional(),
  reason: Reason,
});
export type AddInquiryComment = z.output<typeof AddInquiryComment>;

/** What is left out stays as it was recorded before; `null` takes back what was entered by mistake. */
export const RecordContract = z.strictObject({
  contractSignedAt: IsoTimeInput.nullable().optional(),
  acceptableUseAcceptedAt: IsoTimeInput.nullable().optional(),
  kyb: KybInput.optional(),
  reason: Reason,
});
export type RecordContract = z.output<typeof RecordContract>;
