import { DialogButton } from "@/components/admin/partners/dialog-button";
import { EditDescriptionDialog } from "@/components/admin/partners/edit-description-dialog";
import { INTEGRATION_WORDS } from "@/components/admin/partners/partner-words";
import { Section } from "@/components/ui/section";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** Who the partner is and what it intends. */
export function DescriptionSection({ partner }: { partner: PartnerRecord }) {
  const { integrationModel, expectedMonthlyActionVolume: volume } = partner;
  const lines: [label: string, text: string | null][] = [
    ["Legal entity", partner.legalEntity],
    ["Use case", partner.useCaseSummary],
    ["Integration", integrationModel && INTEGRATION_WORDS[integrationModel]],
    ["Actions a month", volume === null ? null : volume.toLocaleString("en")],
    ["Currencies", partner.currencies.join(", ")],
    ["Tips", tipText(partner)],
    ["Allowed origins", partner.allowedOrigins.join(", ") || "Any page may use its publishable keys."],
    ...(partner.legacyReplay409
      ? [["Repeated actions", "Answered with 409 IDEMPOTENT."] satisfies [string, string]]
      : []),
  ];
  return (
    <Section
      title="Description"
      actions={
        <DialogButton
          partner={partner}
          endpoint={administration.updatePartner}
          label="Edit description"
          dialog={(close) => <EditDescriptionDialog partner={partner} onClose={close} />}
        />
      }
    >
      <dl className="min-w-0 divide-y divide-default">
        {lines.map(([label, text]) => (
          <div key={label} className="flex flex-col gap-x-4 py-2 md:flex-row">
            <dt className="w-32 shrink-0 text-content-muted">{label}</dt>
            <dd className="min-w-0 break-words">{text ?? <span className="text-content-muted">Not known yet</span>}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function tipText({ tipConfig: { enabled, defaultPercent, maxPercent } }: PartnerRecord): string {
  if (!enabled) return "Not asked for.";
  return maxPercent === undefined
    ? `${defaultPercent} % unless chosen`
    : `${defaultPercent} % unless chosen, at most ${maxPercent} %`;
}
