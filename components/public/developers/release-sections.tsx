import { DocSection } from "@/components/public/developers/doc-section";
import { NamedList } from "@/components/public/developers/text-list";
import { Badge } from "@/components/ui/badge";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";

const CARD = "flex min-w-0 flex-col gap-3 rounded-card border border-default p-4";

/** What changed, what is planned, and the packages that wait for their owner. */
export function ReleaseSections({ docs: { changelog, sdkPackagePlan } }: { docs: DeveloperDocs }) {
  const { policy } = changelog;
  return (
    <>
      <DocSection
        id="changelog"
        lead={
          <>
            <p>
              Current version <span className="font-medium text-content">{changelog.currentVersion}</span>.
            </p>
            <p>{policy.preOneDotZero}</p>
          </>
        }
        aside={{
          label: "Deprecation notice",
          value: `${policy.deprecationNoticeDays} days`,
          note: policy.breakingChangeRule,
        }}
      >
        <ul className="grid gap-3 md:grid-cols-2">
          {changelog.entries.map((entry) => (
            <li key={entry.version} className={CARD}>
              <h3 className="flex items-center gap-2 text-section font-semibold">
                {entry.version} <Badge>{entry.status}</Badge>
              </h3>
              <p className="text-body">{entry.summary}</p>
              <NamedList name="Additions" items={entry.additions} />
              <NamedList name="Migration notes" items={entry.migrationNotes} />
            </li>
          ))}
        </ul>
      </DocSection>
      <DocSection
        id="sdk-packages"
        lead={
          <>
            <p className="font-medium text-content">{sdkPackagePlan.title}</p>
            <p>{sdkPackagePlan.objective}</p>
          </>
        }
        aside={{ label: "Status", value: sdkPackagePlan.status, note: sdkPackagePlan.nextActions[0] }}
      >
        <ul className="grid gap-3 md:grid-cols-2">
          {sdkPackagePlan.packages.map((each) => (
            <li key={each.packageName} className={CARD}>
              <p className="text-dense text-content-muted">{each.language}</p>
              <h3 className="font-mono text-section font-semibold break-words">{each.packageName}</h3>
              <p className="font-mono text-dense break-all">{each.publicModule}</p>
              <NamedList name="Responsibilities" items={each.responsibilities} />
              <NamedList name="Release gate" items={[each.releaseGate]} />
            </li>
          ))}
        </ul>
      </DocSection>
    </>
  );
}
