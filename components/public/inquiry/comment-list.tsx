import { FIELD_WORDS } from "@/components/public/inquiry/inquiry-words";
import { cn } from "@/components/ui/class-names";
import { Time } from "@/components/ui/time";
import type { InquiryField } from "@/lib/domain/giving/inquiries/schemas";

export type ShownComment = {
  id: string;
  /** Who wrote it, as this reader is told. */
  writer: string;
  field: InquiryField | null;
  text: string;
  at: string;
};

type CommentListProps = {
  label: string;
  comments: readonly ShownComment[];
  /** At a field the reader sees which one is meant. */
  atField?: boolean;
};

/** Comments, oldest first. */
export function CommentList({ label, comments, atField }: CommentListProps) {
  return (
    <ol aria-label={label} className={cn("flex flex-col", atField ? "gap-2" : "divide-y divide-default")}>
      {comments.map((comment) => (
        <li key={comment.id} className={cn("min-w-0", atField ? "rounded-card bg-warning-subtle px-3 py-2" : "py-3")}>
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-dense text-content-muted">
            <span className="min-w-0 break-all">
              <span className="font-medium text-content">{comment.writer}</span>
              {comment.field && !atField && ` on ${FIELD_WORDS[comment.field]}`}
            </span>
            <Time at={comment.at} />
          </p>
          <p className="break-words whitespace-pre-line">{comment.text}</p>
        </li>
      ))}
    </ol>
  );
}

/** Comments by the field they are anchored to. */
export function byField(comments: readonly ShownComment[]): Map<InquiryField, ShownComment[]> {
  const groups = new Map<InquiryField, ShownComment[]>();
  for (const comment of comments) {
    if (comment.field) groups.set(comment.field, [...(groups.get(comment.field) ?? []), comment]);
  }
  return groups;
}
