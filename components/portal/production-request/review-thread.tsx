import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { REQUEST_FIELDS, type ReviewComment } from "@/lib/domain/giving/production-requests/schemas";

const FIELD_WORDS: Record<(typeof REQUEST_FIELDS)[number], string> = {
  partnerName: "Partner name",
  legalEntity: "Legal entity",
  contactEmail: "Contact e-mail",
  useCaseSummary: "Use case",
  integrationModel: "Integration",
  expectedMonthlyActionVolume: "Actions a month",
  actionTypes: "Action types",
  stakeholderModel: "Who receives rewards",
  webhookUrl: "Webhook URL",
  ipAllowlist: "IP allow-list",
};

export const FIELD_OPTIONS = [
  { value: "", label: "The whole request" },
  ...REQUEST_FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] })),
];

/** What was said about a request, in order. */
export function ReviewThread({ comments }: { comments: readonly ReviewComment[] }) {
  if (comments.length === 0) return <p className="text-body text-content-muted">Nothing was said yet.</p>;
  return (
    <ol className="divide-y divide-default">
      {comments.map((comment) => (
        <li key={comment.id} className="flex flex-col gap-1 py-3">
          <p className="flex flex-wrap items-center gap-2 text-dense text-content-muted">
            <span className="font-medium break-all text-content">{comment.authorName}</span>
            <Time at={comment.at} />
            {comment.field && <Badge>{FIELD_WORDS[comment.field as keyof typeof FIELD_WORDS] ?? comment.field}</Badge>}
            {comment.audience === "INTERNAL" && <Badge tone="accent">Administrators only</Badge>}
          </p>
          <p className="max-w-prose text-body break-words whitespace-pre-wrap">{comment.text}</p>
        </li>
      ))}
    </ol>
  );
}
