import { FIELD_WORDS, valueLines } from "@/components/public/inquiry/inquiry-words";
import { Time } from "@/components/ui/time";
import type { InquiryField, InquiryFields, InquiryRevision } from "@/lib/domain/giving/inquiries/schemas";

/** What each resubmission changed, latest first. */
export function Revisions({ revisions }: { revisions: readonly InquiryRevision[] }) {
  return (
    <ol aria-label="Resubmissions" className="divide-y divide-default">
      {revisions
        .filter(({ number }) => number > 1)
        .toReversed()
        .map((revision) => (
          <li key={revision.number} className="flex min-w-0 flex-col gap-2 py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-dense text-content-muted">
              <span className="font-medium text-content">Submission {revision.number}</span>
              <Time at={revision.at} />
            </p>
            {revision.changes.length === 0 && <p className="text-content-muted">Nothing was changed.</p>}
            <dl className="flex min-w-0 flex-col gap-3">
              {revision.changes.map(({ field, before, after }) => (
                <Change key={field} field={field} before={linesOf(field, before)} after={linesOf(field, after)} />
              ))}
            </dl>
          </li>
        ))}
    </ol>
  );
}

type ChangeProps = { field: InquiryField; before: string[]; after: string[] };

/** Lines that stayed are left out: they stand in the intake. */
function Change({ field, before, after }: ChangeProps) {
  const gone = before.filter((line) => !after.includes(line));
  const added = after.filter((line) => !before.includes(line));
  return (
    <div className="min-w-0">
      <dt className="text-dense text-content-muted">{FIELD_WORDS[field]}</dt>
      <dd className="flex flex-col gap-1">
        {gone.map((line) => (
          <del key={line} className="rounded-mark bg-danger-subtle px-2 py-1 break-words whitespace-pre-line">
            {line}
          </del>
        ))}
        {added.map((line) => (
          <ins
            key={line}
            className="rounded-mark bg-success-subtle px-2 py-1 break-words whitespace-pre-line no-underline"
          >
            {line}
          </ins>
        ))}
        {gone.length + added.length === 0 && <span className="text-content-muted">In another order</span>}
      </dd>
    </div>
  );
}

/** A field's value on one side of a change; the API says null for what was left empty. */
function linesOf(field: InquiryField, value: unknown): string[] {
  // The API holds to the field's own type here.
  return value === null || value === undefined ? [] : valueLines(field, { [field]: value } as Partial<InquiryFields>);
}
