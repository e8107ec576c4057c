import type { ShownComment } from "@/components/public/inquiry/comment-list";
import type { InquiryComment } from "@/lib/domain/giving/inquiries/schemas";

/** Comments with the writers as the platform's people know them. */
export function shownToReviewer(comments: readonly InquiryComment[]): ShownComment[] {
  return comments.map((comment) => ({
    ...comment,
    writer: comment.author === "APPLICANT" ? "Applicant" : (comment.by ?? "Reviewer"),
  }));
}
