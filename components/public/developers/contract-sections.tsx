import { DocSection } from "@/components/public/developers/doc-section";
import { MonoList } from "@/components/public/developers/mono-list";
import { TextList } from "@/components/public/developers/text-list";
import { LinkButton } from "@/components/ui/link-button";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";

/** What a reviewer takes along, and the rules that answers keep to. */
export function ContractSections({ docs }: { docs: DeveloperDocs }) {
  const { sandboxEvidence, responseEnvelope, responsePagination, paginationEvaluation } = docs;
  const { totals, linkHealth } = sandboxEvidence;
  const { envelope } = responseEnvelope;
  return (
    <>
      <DocSection
        id="sandbox-evidence"
        lead={
          <p>
            {totals.rows} rows: {totals.onboardingSteps} onboarding steps, {totals.partnerEndpoints} partner endpoints,{" "}
            {totals.apiVersions} versions and {totals.ownerBlockers} decisions of the owner.
          </p>
        }
        aside={{
          label: "Export status",
          value: sandboxEvidence.status.replaceAll("_", " "),
          note: `Link health: ${linkHealth.status}`,
        }}
        beside={
          <>
            <TextList items={sandboxEvidence.reviewGates} />
            <LinkButton href="/api/v1/partner/sandbox-evidence?format=csv" prefetch={false} className="md:self-start">
              Download evidence CSV
            </LinkButton>
          </>
        }
      />
      <DocSection
        id="response-envelope"
        lead={<p>Version {responseEnvelope.currentVersion}.</p>}
        aside={{
          label: "Stable paths",
          value: `${envelope.dataPath} / ${envelope.metaPath}`,
          note: <MonoList names={responseEnvelope.requiredHeaders} />,
        }}
        beside={<TextList items={responseEnvelope.versioningRules} />}
      />
      <DocSection
        id="response-pagination"
        aside={{
          label: "Page size",
          value: responsePagination.queryParameters.pageSize.default,
          note: <MonoList names={responsePagination.paginatedEndpoints} />,
        }}
        beside={<TextList items={responsePagination.versioningRules} />}
      />
      <DocSection
        id="cursor-evaluation"
        lead={<p>{paginationEvaluation.status.replaceAll("_", " ")}</p>}
        aside={{
          label: "Evaluated endpoints",
          value: paginationEvaluation.totals.evaluatedEndpoints,
          note: <TextList items={paginationEvaluation.migrationGates} />,
        }}
        beside={<p className="max-w-prose text-body">{paginationEvaluation.recommendation}</p>}
      />
      <DocSection id="operations">
        <TextList items={docs.operationalControls} />
      </DocSection>
    </>
  );
}
