"use client";

import { Check, ChevronsUpDown, FlaskConical, Lock, Radio } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { cn } from "./class-names";
import { menuItemStyle, menuStyle } from "./dropdown-menu";

export type EnvironmentName = "sandbox" | "production";

export type EnvironmentSwitchProps = {
  environment: EnvironmentName;
  onEnvironmentChange: (environment: EnvironmentName) => void;
  /** Why production cannot be entered yet. Undefined when it can. */
  productionLocked?: string;
};

const ENVIRONMENTS = {
  sandbox: { label: "Sandbox", Icon: FlaskConical, meaning: "Test keys and test data. Nothing here is real." },
  production: { label: "Production", Icon: Radio, meaning: "Live keys and real rewards." },
} as const;

export function EnvironmentSwitch({ environment, onEnvironmentChange, productionLocked }: EnvironmentSwitchProps) {
  const { label, Icon } = ENVIRONMENTS[environment];
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger
        aria-label={`Environment: ${label}`}
        className={cn(
          "inline-flex h-10 shrink-0 items-center gap-2 rounded-control px-2 text-dense font-medium md:h-8",
          environment === "sandbox" ? "bg-sandbox-subtle text-sandbox" : "border border-strong text-content",
        )}
      >
        <Icon aria-hidden="true" className="size-4" />
        {label}
        <ChevronsUpDown aria-hidden="true" className="size-4" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align="end" sideOffset={4} collisionPadding={8} className={cn(menuStyle, "w-80")}>
          <Radix.RadioGroup
            value={environment}
            onValueChange={(chosen) => chosen !== environment && onEnvironmentChange(chosen as EnvironmentName)}
          >
            <EnvironmentItem name="sandbox" />
            <EnvironmentItem name="production" locked={productionLocked} />
          </Radix.RadioGroup>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function EnvironmentItem({ name, locked }: { name: EnvironmentName; locked?: string }) {
  const { label, Icon, meaning } = ENVIRONMENTS[name];
  return (
    <Radix.RadioItem
      value={name}
      disabled={locked !== undefined}
      // The reason must stay as legible as any other text: only the name is dimmed.
      className={cn(menuItemStyle, "items-start py-2 data-disabled:opacity-100")}
    >
      {locked ? <Lock aria-hidden="true" className="mt-px" /> : <Icon aria-hidden="true" className="mt-px" />}
      <span className="min-w-0 flex-1">
        <span className={cn("block font-medium", locked && "text-content-muted")}>{label}</span>
        <span className="block text-dense text-content-muted">{locked ?? meaning}</span>
      </span>
      <Radix.ItemIndicator>
        <Check aria-hidden="true" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

/** Stays at the top of every sandbox page. The attribute also tints the primary button, in dialogs too. */
export function EnvironmentStripe({ environment }: { environment: EnvironmentName }) {
  return (
    <div
      data-environment={environment}
      className={cn("fixed inset-x-0 top-0 z-30 h-stripe", environment === "sandbox" ? "hatch-sandbox" : "hidden")}
    />
  );
}
