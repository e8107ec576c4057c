"use client";

import { useForm } from "react-hook-form";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { KEY_READS } from "@/components/admin/keys/key-reads";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { KeyExpiryFields } from "@/components/portal/keys/key-expiry-fields";
import { asCreateKey, NewKeyForm } from "@/components/portal/keys/key-form";
import { KeyScopeFields } from "@/components/portal/keys/key-scope-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as keysApi from "@/lib/contract/admin/keys";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { CreatedKey } from "@/lib/domain/keys/schemas";

const TYPES = [
  { value: "secret", label: "Secret: for servers, signs calls" },
  { value: "publishable", label: "Publishable: for browsers, reads only" },
];

type CreatePartnerKeyDialogProps = {
  partner: PartnerRecord;
  onClose: () => void;
  onCreated: (key: CreatedKey) => void;
};

/** Mount it to open it. The answer holds the secrets; they go straight to `onCreated` and nowhere else. */
export function CreatePartnerKeyDialog({ partner, onClose, onCreated }: CreatePartnerKeyDialogProps) {
  const mayBeLive = partner.productionAccess === "APPROVED" || partner.productionAccess === "LIVE";
  const create = useCall(keysApi.createPartnerKey, { refresh: KEY_READS });
  const { register, handleSubmit, watch, setValue, formState } = useForm({
    resolver: contractResolver(NewKeyForm),
    defaultValues: {
      ...{ name: "", environment: "sandbox", keyType: "secret", expiry: "never", lastDay: "", ipAllowlist: "" },
      ...{ isLimited: false, scopes: [] },
    },
  });
  const { errors } = formState;
  const [keyType, expiry, isLimited, scopes] = watch(["keyType", "expiry", "isLimited", "scopes"]);
  const submit = (reason: string) =>
    handleSubmit((form) => {
      const onSuccess = (created: CreatedKey) => {
        onClose();
        onCreated(created);
      };
      create.mutate({ id: partner.id, ...asCreateKey(form, new Date()), reason }, { onSuccess });
    })();
  return (
    <WriteDialog
      wide
      title={`Create key for “${partner.name}”`}
      description="The secrets are shown once, to you: hand them over by a way that only the partner can read."
      submitLabel="Create key"
      isSaving={create.isPending}
      problem={create.error}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      <Field label="Name" hint="Where it will be used, such as “Checkout backend”." error={errors.name?.message}>
        <Input autoComplete="off" {...register("name")} />
      </Field>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Environment" hint={mayBeLive ? undefined : "Production: its access is not approved."}>
          <Select
            options={[
              { value: "sandbox", label: "Sandbox" },
              { value: "production", label: "Production", disabled: !mayBeLive },
            ]}
            {...register("environment")}
          />
        </Field>
        <Field label="Type">
          <Select options={TYPES} {...register("keyType", { onChange: () => setValue("scopes", []) })} />
        </Field>
      </div>
      <KeyExpiryFields
        expiry={register("expiry")}
        lastDay={register("lastDay")}
        chosen={expiry}
        error={errors.lastDay?.message}
      />
      <Field
        label="IP allow-list"
        optional
        hint="Addresses or ranges, one a line. Signed calls from elsewhere are refused."
        error={errors.ipAllowlist?.message}
      >
        <Textarea mono rows={2} spellCheck={false} {...register("ipAllowlist")} />
      </Field>
      <KeyScopeFields
        keyType={keyType}
        isLimited={isLimited}
        onLimitedChange={(chosen) => setValue("isLimited", chosen)}
        scopes={scopes}
        onScopesChange={(chosen) => setValue("scopes", chosen)}
        error={errors.scopes?.message}
      />
    </WriteDialog>
  );
}
