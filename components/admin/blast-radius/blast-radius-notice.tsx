import type { UseQueryResult } from "@tanstack/react-query";
import { countText, radiusSentence, runwayText } from "@/components/admin/blast-radius/blast-radius-words";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApiError } from "@/lib/client/call";
import type { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";

type BlastRadiusNoticeProps = { answer: Pick<UseQueryResult<unknown, ApiError>, "data" | "error"> };

const SHOWN_MAX = 4;

/** What an act would have done to the last seven days of traffic, before it is done. `answer` is its dry run. */
export function BlastRadiusNotice({ answer: { data, error } }: BlastRadiusNoticeProps) {
  if (error) return <Notice tone="info">The effect on traffic is not known: {problemSentence(error)}</Notice>;
  if (!data) return <Skeleton className="h-16 w-full" />;
  const radius = radiusOf(data);
  if (!radius) return null;
  const runway = runwayText(radius);
  return (
    <Notice tone={radius.callsRefused > 0 ? "warning" : "info"} announce={radius.callsRefused > 0}>
      <p>{radiusSentence(radius)}</p>
      {runway && <p>{runway}</p>}
      <Shares of="Keys" shares={radius.keys.map(({ id, name, calls }) => ({ id, label: name, calls }))} />
      <Shares
        of="Routes"
        mono
        shares={radius.routes.map(({ method, route, calls }) => {
          const label = `${method} ${route}`;
          return { id: label, label, calls };
        })}
      />
      {radius.note && <p className="mt-2 text-dense text-content-muted">{radius.note}</p>}
    </Notice>
  );
}

/** Dry runs of acts that refuse no calls answer without one. */
function radiusOf(data: unknown): BlastRadius | undefined {
  return (data as { blastRadius?: BlastRadius }).blastRadius;
}

type SharesProps = { of: string; mono?: boolean; shares: { id: string; label: string; calls: number }[] };

function Shares({ of, mono, shares }: SharesProps) {
  if (shares.length === 0) return null;
  const rest = shares.slice(SHOWN_MAX).reduce((sum, { calls }) => sum + calls, 0);
  const shown = rest > 0 ? [...shares.slice(0, SHOWN_MAX), { id: "rest", label: "Others", calls: rest }] : shares;
  return (
    <dl className="mt-2 text-dense">
      <dt className="font-medium">{of}</dt>
      {shown.map(({ id, label, calls }) => (
        <dd key={id} className="flex justify-between gap-4">
          <span className={mono ? "min-w-0 font-mono break-all" : "min-w-0 break-words"}>{label}</span>
          <span className="shrink-0 tabular-nums">{countText(calls)}</span>
        </dd>
      ))}
    </dl>
  );
}
