import type { ReactNode } from "react";
import { DialogButton } from "@/components/admin/partners/dialog-button";
import { EditActionTypesDialog } from "@/components/admin/partners/edit-action-types-dialog";
import { EditFeaturesDialog } from "@/components/admin/partners/edit-features-dialog";
import { EditIpAllowlistDialog } from "@/components/admin/partners/edit-ip-allowlist-dialog";
import { EditStakeholderTypesDialog } from "@/components/admin/partners/edit-stakeholder-types-dialog";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** What the partner may use and submit, and from where it may call. */
export function PartnerLists({ partner }: { partner: PartnerRecord }) {
  return (
    <>
      <Words
        title="Features"
        words={partner.enabledFeatures}
        none="None is enabled."
        actions={
          <DialogButton
            partner={partner}
            endpoint={administration.setFeatures}
            label="Edit features"
            dialog={(close) => <EditFeaturesDialog partner={partner} onClose={close} />}
          />
        }
      />
      <Words
        title="IP allow-list"
        words={partner.ipAllowlist}
        none="Signed requests may come from any address."
        actions={
          <DialogButton
            partner={partner}
            endpoint={administration.setIpAllowlist}
            label="Edit allow-list"
            dialog={(close) => <EditIpAllowlistDialog partner={partner} onClose={close} />}
          />
        }
      />
      <Words
        title="Action types"
        words={partner.actionTypes}
        none="None is registered."
        actions={
          <DialogButton
            partner={partner}
            endpoint={administration.setActionTypes}
            label="Edit action types"
            dialog={(close) => <EditActionTypesDialog partner={partner} onClose={close} />}
          />
        }
      />
      <Words
        title="Stakeholder types"
        words={partner.stakeholderTypes}
        none="None is registered."
        actions={
          <DialogButton
            partner={partner}
            endpoint={administration.setStakeholderTypes}
            label="Edit stakeholder types"
            dialog={(close) => <EditStakeholderTypesDialog partner={partner} onClose={close} />}
          />
        }
      />
    </>
  );
}

type WordsProps = { title: string; words: readonly string[]; none: string; actions: ReactNode };

function Words({ title, words, none, actions }: WordsProps) {
  return (
    <Section title={title} actions={actions}>
      {words.length === 0 ? (
        <p className="text-content-muted">{none}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {words.map((word) => (
            <li key={word}>
              <Badge mono>{word}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
