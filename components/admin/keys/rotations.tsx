import { KEY_STEP_LABELS, type KeyStep, rotationsOf } from "@/components/admin/keys/key-step";
import { EnvironmentBadge, KeyStatus } from "@/components/portal/keys/key-columns";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Fact, Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { KeyEnding, PartnerKey } from "@/lib/domain/giving/key-administration/schemas";

type RotationsProps = { keys: readonly PartnerKey[]; onStep?: (step: KeyStep) => void };

/** Pairs with a successor that are not revoked yet, and which of the two still carries traffic. */
export function Rotations({ keys, onStep }: RotationsProps) {
  const rotations = rotationsOf(keys);
  if (rotations.length === 0) return null;
  return (
    <Section
      title="Rotations under way"
      description="Both pairs are valid. Revoke the former one, or schedule its end, once it carries no more traffic."
    >
      {rotations.map(({ former, successor }) => (
        <Card key={former.id} className="flex flex-col gap-4">
          <div className="grid min-w-0 gap-6 md:grid-cols-2">
            <Pair title="Former pair" apiKey={former} />
            <Pair title="Successor" apiKey={successor} />
          </div>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <EndText ending={former.ending} />
            {onStep && <FormerSteps former={former} onStep={onStep} />}
          </div>
        </Card>
      ))}
    </Section>
  );
}

function Pair({ title, apiKey }: { title: string; apiKey: PartnerKey }) {
  const { callsLastHour } = apiKey.traffic;
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 truncate font-medium">{apiKey.name}</h3>
        <EnvironmentBadge environment={apiKey.environment} />
        {callsLastHour > 0 && <span className="sr-only">carries traffic</span>}
      </div>
      <p className="text-dense text-content-muted">
        {title}
        {apiKey.secretKeyLast4 && (
          <>
            , secret key <span className="font-mono">…{apiKey.secretKeyLast4}</span>
          </>
        )}
      </p>
      <Facts
        className="mt-2"
        facts={[{ label: "Status", value: <KeyStatus apiKey={apiKey} /> }, ...trafficFacts(apiKey)]}
      />
    </div>
  );
}

/** What a pair carries. */
export function trafficFacts({ traffic: { callsLastHour, lastCall }, lastUsedAt }: PartnerKey): Fact[] {
  return [
    { label: "Last hour", value: `${callsLastHour.toLocaleString("en")} ${callsLastHour === 1 ? "call" : "calls"}` },
    { label: "Last call", value: <Time at={lastCall?.at ?? lastUsedAt} never="Never used" /> },
    { label: "From address", value: <span className="font-mono text-dense">{lastCall?.address ?? "–"}</span> },
    { label: "User agent", value: <span title={lastCall?.userAgent ?? undefined}>{lastCall?.userAgent ?? "–"}</span> },
  ];
}

function EndText({ ending }: { ending: KeyEnding | null }) {
  if (!ending) return <p className="text-dense text-content-muted">No end is scheduled for the former pair.</p>;
  return (
    <p className="text-dense">
      The former pair is revoked once it was quiet for {ending.quietHours} {ending.quietHours === 1 ? "hour" : "hours"}:{" "}
      <Time at={ending.quietUntil} /> unless it is used.
    </p>
  );
}

function FormerSteps({ former, onStep }: { former: PartnerKey; onStep: (step: KeyStep) => void }) {
  const end = former.ending ? "cancelEnd" : "scheduleEnd";
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" onClick={() => onStep({ kind: end, key: former })}>
        {KEY_STEP_LABELS[end]}
      </Button>
      <Button size="small" onClick={() => onStep({ kind: "revoke", key: former })}>
        Revoke former pair
      </Button>
    </div>
  );
}
