"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { BlastRadiusNotice } from "@/components/admin/blast-radius/blast-radius-notice";
import { rehearsal } from "@/components/admin/blast-radius/rehearsal";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { KEY_READS } from "@/components/admin/keys/key-reads";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { KeyExpiryFields } from "@/components/portal/keys/key-expiry-fields";
import { asPatch, EditKeyForm, type EXPIRIES } from "@/components/portal/keys/key-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as keysApi from "@/lib/contract/admin/keys";
import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";
import { PUBLISHABLE_SCOPES, SCOPES, type Scope } from "@/lib/domain/keys/scopes";

type EditPartnerKeyProps = { apiKey: PartnerKey; onClose: () => void };

/**
 * Name, expiry, scopes and allow-list of a pair. An allow-list that changed is first rehearsed: the button saves once its
 * effect on traffic was shown. Mount it to open it.
 */
export function EditPartnerKeyDialog({ apiKey, onClose }: EditPartnerKeyProps) {
  const ids = { id: apiKey.partnerId, keyId: apiKey.id };
  const [scopes, setScopes] = useState<readonly Scope[]>(apiKey.scopes);
  const [rehearsed, setRehearsed] = useState<string[]>();
  const dryRun = useQuery({
    ...rehearsal(keysApi.updatePartnerKey, { ...ids, ipAllowlist: rehearsed ?? [] }),
    enabled: rehearsed !== undefined,
  });
  const update = useCall(keysApi.updatePartnerKey, { refresh: KEY_READS });
  const { register, handleSubmit, watch, formState } = useForm({
    resolver: contractResolver(EditKeyForm),
    defaultValues: {
      name: apiKey.name,
      expiry: (apiKey.expiresAt ? "keep" : "never") as (typeof EXPIRIES)[number],
      lastDay: "",
      ipAllowlist: apiKey.ipAllowlist.join("\n"),
    },
  });
  const { errors } = formState;

  const submit = (reason: string) =>
    handleSubmit((form) => {
      const patch = {
        ...asPatch(form, apiKey, new Date()),
        ...(isSame(scopes, apiKey.scopes) ? {} : { scopes: [...scopes] }),
      };
      if (Object.keys(patch).length === 0) return onClose();
      const list = patch.ipAllowlist;
      if (list && list.join() !== rehearsed?.join()) return setRehearsed(list);
      const onSuccess = () => {
        toast.success(`Key “${form.name}” saved`);
        onClose();
      };
      update.mutate({ ...ids, ...patch, reason }, { onSuccess });
    })();

  return (
    <WriteDialog
      wide
      title={`Edit key “${apiKey.name}”`}
      description="Changes hold from the next request on."
      submitLabel="Save key"
      isSaving={update.isPending || (rehearsed !== undefined && dryRun.isFetching)}
      problem={update.error}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      <Field label="Name" error={errors.name?.message}>
        <Input autoComplete="off" {...register("name")} />
      </Field>
      <KeyExpiryFields
        expiry={register("expiry")}
        lastDay={register("lastDay")}
        chosen={watch("expiry")}
        error={errors.lastDay?.message}
        present={apiKey.expiresAt}
      />
      <Field
        label="IP allow-list"
        optional
        hint="Addresses or ranges, one a line. Before it is saved you see what it would have refused."
        error={errors.ipAllowlist?.message}
      >
        <Textarea mono rows={2} spellCheck={false} {...register("ipAllowlist")} />
      </Field>
      <ScopeBoxes apiKey={apiKey} chosen={scopes} onChange={setScopes} />
      {rehearsed && <BlastRadiusNotice answer={dryRun} />}
    </WriteDialog>
  );
}

const isSame = (one: readonly Scope[], other: readonly Scope[]) =>
  one.length === other.length && one.every((scope) => other.includes(scope));

type ScopeBoxesProps = { apiKey: PartnerKey; chosen: readonly Scope[]; onChange: (scopes: Scope[]) => void };

/** The last scope cannot be taken away: a pair that may do nothing is revoked or switched off instead. */
function ScopeBoxes({ apiKey, chosen, onChange }: ScopeBoxesProps) {
  const possible = apiKey.keyType === "secret" ? SCOPES : PUBLISHABLE_SCOPES;
  const toggle = (scope: Scope, isChosen: boolean) =>
    onChange(possible.filter((one) => (one === scope ? isChosen : chosen.includes(one))));
  return (
    <fieldset className="grid gap-x-4 md:grid-cols-2">
      <legend className="mb-1 font-medium">Scopes</legend>
      {possible.map((scope) => (
        <Checkbox
          key={scope}
          label={<span className="font-mono text-dense">{scope}</span>}
          checked={chosen.includes(scope)}
          disabled={chosen.length === 1 && chosen.includes(scope)}
          onCheckedChange={(isChosen) => toggle(scope, isChosen)}
        />
      ))}
    </fieldset>
  );
}
