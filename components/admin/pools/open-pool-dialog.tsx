"use client";

import { useState } from "react";
import { tellOutcome } from "@/components/admin/forms/tell-outcome";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { POOL_READS } from "@/components/admin/pools/pool-reads";
import { readTokens, TOKENS_WRONG } from "@/components/admin/pools/read-tokens";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as poolsApi from "@/lib/contract/admin/token-pools";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";

const NAME_MAX = 80;
const isOpen = ({ productionAccess }: PartnerRecord) => productionAccess === "APPROVED" || productionAccess === "LIVE";

/** Opens a pool with a first allocation; its rules are edited afterwards. Mount it to open it. */
export function OpenPoolDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const [name, setName] = useState("Main pool");
  const [environment, setEnvironment] = useState<Environment>("sandbox");
  const [amount, setAmount] = useState("100,000");
  const [isSent, setSent] = useState(false);
  const open = useCall(poolsApi.createTokenPool, { refresh: POOL_READS });
  const tokens = readTokens(amount, 0);
  const hasName = name.trim().length > 0 && name.trim().length <= NAME_MAX;

  const submit = (reason: string) => {
    setSent(true);
    if (tokens === undefined || !hasName) return;
    open.mutate(
      { id: partner.id, name: name.trim(), environment, amount: tokens, reason },
      {
        onSuccess: (answer) => {
          tellOutcome(answer, `Pool “${name.trim()}” opened`);
          onClose();
        },
      },
    );
  };

  return (
    <WriteDialog
      title={`Open a pool for “${partner.name}”`}
      description="The first pool of an environment is its default one. Set its rules before the first reward."
      submitLabel="Open pool"
      isSaving={open.isPending}
      problem={open.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" error={isSent && !hasName ? `Use 1 to ${NAME_MAX} characters.` : undefined}>
        <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          label="Environment"
          hint={isOpen(partner) ? undefined : "A production pool waits for approved production access."}
        >
          <Select
            options={[
              { value: "sandbox", label: "Sandbox" },
              { value: "production", label: "Production", disabled: !isOpen(partner) },
            ]}
            value={environment}
            onChange={(event) => setEnvironment(event.target.value === "production" ? "production" : "sandbox")}
          />
        </Field>
        <Field label="First tokens" error={isSent && tokens === undefined ? TOKENS_WRONG : undefined}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </Field>
      </div>
    </WriteDialog>
  );
}
