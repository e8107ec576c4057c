import { DonorFrame } from "@/components/public/donor-frame";
import { GivingForm, type GivingFormProps } from "@/components/public/giving/giving-form";
import { givingProblem } from "@/components/public/giving/giving-problem";
import { Notice } from "@/components/ui/notice";
import type { Organization } from "@/lib/domain/giving/organizations/schemas";

type Props = GivingFormProps & {
  organization: Organization;
  /** Whether the partner takes donations here at all. */
  isOpen: boolean;
  problem: string | undefined;
  field: string | undefined;
  /** The state a provider sent the donor back with. */
  outcome: string | undefined;
};

/** A partner's page for gifts to one nonprofit: what the widget offers, for those who cannot embed it. */
export function GivingPage({ organization, isOpen, problem, field, outcome, ...form }: Props) {
  const { config } = form;
  const takes = isOpen && organization.status === "ACTIVE" && config.enabledFeatures.includes("DONATIONS");
  return (
    <DonorFrame
      title={`Give to ${organization.name}`}
      purpose={organization.description ?? `Offered by ${config.name}.`}
      isSandbox={config.environment === "sandbox"}
    >
      {config.environment === "sandbox" && (
        <Notice tone="warning" title="This is a test">
          No money moves: the payment is played through on a test page.
        </Notice>
      )}
      {outcome === "COMPLETED" && (
        <Notice tone="success" title="Thank you">
          Your donation to {organization.name} is on its way.
        </Notice>
      )}
      {outcome === "CANCELED" && (
        <Notice tone="info" title="Nothing was charged">
          You left the payment before it was made. You can start again below.
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" title="The donation was not started" announce>
          {givingProblem(problem, field)}
        </Notice>
      )}
      {takes ? (
        <GivingForm {...form} />
      ) : (
        <Notice tone="info" title="No donations at the moment">
          {organization.name} cannot be given to through {config.name} right now.
        </Notice>
      )}
      <OrganizationLine organization={organization} />
    </DonorFrame>
  );
}

function OrganizationLine({ organization: { name, ein, website } }: { organization: Organization }) {
  return (
    <p className="border-t border-default pt-4 text-dense text-content-muted">
      {name}
      {ein && <>, EIN {ein}</>}
      {website && (
        <>
          .{" "}
          <a href={website} className="link" rel="noopener">
            Website of {name}
          </a>
        </>
      )}
    </p>
  );
}
