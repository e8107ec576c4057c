import Link from "next/link";
import { auditChanges, auditTitle, type Change, type ShownRecord } from "@/components/admin/audit/audit-text";
import { IdText } from "@/components/ui/id-text";
import { Time } from "@/components/ui/time";

type AuditItemProps = { record: ShownRecord; actor: string; showsPartner?: boolean };

/** One record: what, when, why, by whom, and which fields changed. */
export function AuditItem({ record, actor, showsPartner = false }: AuditItemProps) {
  const { at, reason, environment, targetType, targetId, requestId } = record;
  const changes = auditChanges(record);
  return (
    <li className="flex min-w-0 flex-col gap-1 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">{auditTitle(record)}</p>
        <span className="text-dense text-content-muted">
          <Time at={at} />
        </span>
      </div>
      {reason && <p className="break-words">{reason}</p>}
      <p className="flex flex-wrap items-center gap-x-3 text-dense text-content-muted">
        <span className="min-w-0 break-all">{actor}</span>
        {showsPartner && record.partnerId && (
          <Link href={`/admin/partners/${record.partnerId}`} className="link min-w-0 break-all">
            {record.partnerName ?? record.partnerId}
          </Link>
        )}
        {environment && <span>{environment === "sandbox" ? "Sandbox" : "Production"}</span>}
        {targetType !== "partner" && <IdText value={targetId} what={`${targetType.replace("_", " ")} id`} short />}
        <IdText value={requestId} what="request id" short />
      </p>
      {changes.length > 0 && <Changes changes={changes} />}
    </li>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <details className="text-dense">
      <summary className="w-fit cursor-pointer rounded-mark text-content-muted hover:text-content">
        {changes.length === 1 ? "1 field" : `${changes.length} fields`}
      </summary>
      <dl className="mt-2 flex flex-col gap-2">
        {changes.map(({ field, before, after }) => (
          <div key={field} className="min-w-0">
            <dt className="text-content-muted">{field}</dt>
            <dd className="font-mono break-all">
              {before !== undefined && <del className="text-content-muted">{before}</del>} {after}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
