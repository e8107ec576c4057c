"use client";

import { KEY_STEP_LABELS, type KeyStep, stepsOf } from "@/components/admin/keys/key-step";
import { trafficFacts } from "@/components/admin/keys/rotations";
import { KeyFacts, KeyScopes } from "@/components/portal/keys/key-panel";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";

type PartnerKeyPanelProps = {
  apiKey: PartnerKey;
  onClose: () => void;
  onMove: (direction: 1 | -1) => void;
  /** Absent for those who may only read. */
  onStep?: (step: KeyStep) => void;
};

/** The steps that are a button below the facts; the others stand in the row's menu. */
const MAIN_STEPS = new Set(["edit", "rotate", "revoke"]);

/** Everything about one pair, beside the list. */
export function PartnerKeyPanel({ apiKey, onClose, onMove, onStep }: PartnerKeyPanelProps) {
  const steps = onStep ? stepsOf(apiKey).filter((kind) => MAIN_STEPS.has(kind)) : [];
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onMove}
      title={apiKey.name}
      description="API key"
      footer={
        steps.length > 0 &&
        steps.toReversed().map((kind) => (
          <Button key={kind} onClick={() => onStep?.({ kind, key: apiKey })}>
            {KEY_STEP_LABELS[kind]}
          </Button>
        ))
      }
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        <Section title="Traffic">
          <Facts facts={trafficFacts(apiKey)} />
        </Section>
        <Section title="Facts">
          <KeyFacts apiKey={apiKey} />
        </Section>
        <KeyScopes scopes={apiKey.scopes} />
      </div>
    </Sheet>
  );
}
