import { ACCESS_LOOKS } from "@/components/portal/go-live/production-access";
import { isSettled } from "@/components/portal/go-live/read-item";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import type { GoLive } from "@/lib/domain/giving/go-live/schemas";
import type { ProductionAccess } from "@/lib/domain/partners/statuses";

export type GoLiveOverviewProps = { goLive: GoLive; access: ProductionAccess; mayRequest: boolean };

/** How far the checklist is, and how production stands. */
export function GoLiveOverview({ goLive, access, mayRequest }: GoLiveOverviewProps) {
  const settled = goLive.items.filter(isSettled).length;
  const { word, tone, meaning, whenReady, request } = ACCESS_LOOKS[access];
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <Section title="Progress">
        <Progress
          label="Items passed or waived"
          value={settled}
          max={goLive.items.length}
          note={`${settled} of ${goLive.items.length}`}
        />
        <p className="text-body text-content-muted">
          {goLive.ready
            ? whenReady
            : "Judged by recorded traffic at this moment, again every ten seconds while this page is open."}
        </p>
      </Section>
      <Section title="Production access">
        <div>
          <Status tone={tone}>{word}</Status>
          <p className="mt-1 max-w-prose text-body text-content-muted">{meaning}</p>
        </div>
        {request && mayRequest && (
          <div>
            <LinkButton href="/go-live/request" size="small">
              {request}
            </LinkButton>
          </div>
        )}
      </Section>
    </div>
  );
}
