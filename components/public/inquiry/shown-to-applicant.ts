import type { ShownComment } from "@/components/public/inquiry/comment-list";
import type { SharedComment } from "@/lib/domain/giving/inquiries/schemas";

/** The shared thread with the writers as the applicant knows them. */
export function shownToApplicant(comments: readonly SharedComment[]): ShownComment[] {
  return comments.map((comment) => ({ ...comment, writer: comment.author === "APPLICANT" ? "You" : "Reviewer" }));
}
