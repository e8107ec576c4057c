import { activationGaps } from "@/components/admin/partners/activation-gaps";
import { ComplianceDialog } from "@/components/admin/partners/compliance-dialog";
import { DialogButton } from "@/components/admin/partners/dialog-button";
import { KYB_WORDS } from "@/components/admin/partners/partner-words";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

const NOT_GIVEN = <span className="text-content-muted">Not given</span>;

/** Contract, terms and the organisation behind the partner, and what they still keep from being active. */
export function ComplianceSection({ partner }: { partner: PartnerRecord }) {
  const { kyb, contractSignedAt, acceptableUseAcceptedAt } = partner;
  const { tone, word } = KYB_WORDS[kyb.status];
  return (
    <Section
      title="Compliance"
      actions={
        <DialogButton
          partner={partner}
          endpoint={administration.setCompliance}
          label="Edit compliance"
          dialog={(close) => <ComplianceDialog partner={partner} onClose={close} />}
        />
      }
    >
      {partner.status === "PENDING_APPROVAL" && <Readiness partner={partner} />}
      <Facts
        facts={[
          { label: "Contract signed", value: <Time at={contractSignedAt} format="absolute" never="Not yet" /> },
          { label: "Acceptable use", value: <Time at={acceptableUseAcceptedAt} format="absolute" never="Not yet" /> },
          { label: "KYB", value: <Status tone={tone}>{word}</Status> },
          { label: "Registration", value: kyb.registrationNumber ?? NOT_GIVEN },
          { label: "Country", value: kyb.country ?? NOT_GIVEN },
          ...(kyb.verifiedAt ? [{ label: "Verified", value: <Time at={kyb.verifiedAt} format="absolute" /> }] : []),
        ]}
      />
    </Section>
  );
}

function Readiness({ partner }: { partner: PartnerRecord }) {
  const gaps = activationGaps(partner);
  if (gaps.length === 0) {
    return (
      <Notice tone="success" title="Ready for activation">
        Nothing is missing: it can be activated with Change status.
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="Activation still lacks">
      <ul className="list-disc pl-4">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </Notice>
  );
}
