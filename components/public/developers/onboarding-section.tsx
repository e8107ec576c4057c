import { DocSection } from "@/components/public/developers/doc-section";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";

type Checklist = DeveloperDocs["sandboxOnboarding"];

/** The way to production: what it is for, and each step with its owner, its signal and what stands in the way. */
export function OnboardingSection({ checklist }: { checklist: Checklist }) {
  const { title, objective, minimumScopes, steps } = checklist;
  return (
    <DocSection
      id="sandbox-onboarding"
      lead={
        <>
          <p className="font-medium text-content">{title}</p>
          <p>{objective}</p>
        </>
      }
      aside={{ label: "Minimum scopes", value: minimumScopes.length, note: minimumScopes.join(", ") }}
    >
      <ol className="grid gap-3 md:grid-cols-2">
        {steps.map((step, index) => (
          <StepCard key={step.key} step={step} number={index + 1} />
        ))}
      </ol>
    </DocSection>
  );
}

function StepCard({ step, number }: { step: Checklist["steps"][number]; number: number }) {
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-card border border-default p-4">
      <p className="text-dense text-content-muted" data-figures>
        {number} · {step.owner.replaceAll("_", " ")}
      </p>
      <h3 className="text-section font-semibold">{step.title}</h3>
      <p className="font-mono text-dense break-words">{step.endpoint}</p>
      <dl className="flex flex-col gap-2 text-dense text-content-muted">
        <div>
          <dt className="font-medium text-content">Done when</dt>
          <dd>{step.completionSignal}</dd>
        </div>
        <div>
          <dt className="font-medium text-content">In the way</dt>
          <dd>{step.blocker}</dd>
        </div>
      </dl>
    </li>
  );
}
