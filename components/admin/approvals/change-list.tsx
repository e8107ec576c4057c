import { fieldLabel, shownValue } from "@/components/admin/approvals/approval-words";

type ChangeListProps = { before: Record<string, unknown>; after: Record<string, unknown> };

/** Every field of a change: what it is, and what it would be. */
export function ChangeList({ before, after }: ChangeListProps) {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <dl className="divide-y divide-default text-body">
      {fields.map((field) => {
        const [was, becomes] = [shownValue(before[field]), shownValue(after[field])];
        return (
          <div key={field} className="flex min-h-10 flex-col gap-x-4 py-2 md:flex-row">
            <dt className="w-40 shrink-0 text-content-muted">{fieldLabel(field)}</dt>
            <dd className="min-w-0 flex-1 break-words tabular-nums">
              {field in before && was !== becomes && (
                <>
                  <span className="text-content-muted line-through">
                    <span className="sr-only">was </span>
                    {was}
                  </span>
                  <span aria-hidden="true"> → </span>
                </>
              )}
              {field in after ? becomes : was}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
