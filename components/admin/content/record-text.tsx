"use client";

import { useQuery } from "@tanstack/react-query";
import { CONTENT, type ContentKind, statusWord } from "@/components/admin/content/content-kinds";
import { linesOf, type RecordField, recordFields } from "@/components/admin/content/record-form";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import type * as contentApi from "@/lib/contract/directory/admin-content";
import type { FieldValue } from "@/lib/domain/directory/content/schemas";

/** What a record says, for whoever decides on it; without it the decision can be made all the same. */
export function RecordText({ kind, id }: { kind: ContentKind; id: string }) {
  const { read, create } = CONTENT[kind];
  const { data, error } = useQuery(query(read as typeof contentApi.getArticleRecord, { id }));
  if (error && !data) return <p className="text-body text-content-muted">What it says could not be loaded.</p>;
  if (!data) return <Skeleton className="h-24 w-full" />;
  const written = data.data.fields;
  const said = recordFields(create).filter(({ name }) => written[name] !== undefined);
  return (
    // A region that scrolls must be reachable by keyboard.
    <section
      aria-label="What it says"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      className="max-h-72 overflow-y-auto rounded-card border border-default px-3"
    >
      <dl className="divide-y divide-default text-body">
        {said.map(({ name, label, kind }) => (
          <div key={name} className="flex gap-4 py-2">
            <dt className="w-28 shrink-0 text-content-muted">{label}</dt>
            <dd className="min-w-0 flex-1 break-words whitespace-pre-line">{text(written[name], kind)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function text(value: FieldValue | undefined, kind: RecordField["kind"]): string {
  if (typeof value === "object") return linesOf(value).join(kind === "list" ? ", " : "\n") || "–";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return kind === "choice" ? statusWord(String(value)) : String(value);
}
