import type { ReactNode } from "react";
import { FIELD_WORDS, FIELDS, valueLines } from "@/components/public/inquiry/inquiry-words";
import { cn } from "@/components/ui/class-names";
import type { FieldsAsSubmitted, InquiryField } from "@/lib/domain/giving/inquiries/schemas";

const MONO: readonly InquiryField[] = ["website", "actionTypes", "webhookUrl", "ipAllowlist"];

type IntakeListProps = {
  fields: FieldsAsSubmitted;
  /** Below a field: what was said about it. */
  noteOf?: (field: InquiryField) => ReactNode;
  /** At the end of a field's line. */
  actionOf?: (field: InquiryField) => ReactNode;
};

/** What an inquiry says, field by field. */
export function IntakeList({ fields, noteOf, actionOf }: IntakeListProps) {
  return (
    <dl className="min-w-0 divide-y divide-default border-y border-default">
      {FIELDS.map((field) => (
        <div key={field} className="grid gap-x-4 gap-y-2 py-2 md:grid-cols-4">
          <dt className="text-content-muted md:py-1">{FIELD_WORDS[field]}</dt>
          <dd className="flex min-w-0 flex-col gap-2 md:col-span-3">
            <div className="flex min-h-8 items-start justify-between gap-2">
              <Lines lines={valueLines(field, fields)} mono={MONO.includes(field)} />
              {actionOf?.(field)}
            </div>
            {noteOf?.(field)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines, mono }: { lines: readonly string[]; mono: boolean }) {
  if (lines.length === 0) return <p className="text-content-muted md:py-1">Not given</p>;
  return (
    <div className={cn("min-w-0 md:py-1", mono && "font-mono text-dense")}>
      {lines.map((line) => (
        <p key={line} className="break-words whitespace-pre-line">
          {line}
        </p>
      ))}
    </div>
  );
}
