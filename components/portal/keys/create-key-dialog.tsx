"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { KeyExpiryFields } from "@/components/portal/keys/key-expiry-fields";
import { asCreateKey, NewKeyForm } from "@/components/portal/keys/key-form";
import { KeyScopeFields } from "@/components/portal/keys/key-scope-fields";
import { productionLock } from "@/components/portal/shell/partner-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useEnvironment } from "@/lib/client/providers";
import { query, useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { CreatedKey } from "@/lib/domain/keys/schemas";

// The first key also creates the partner, with its pool: everything asked before is out of date.
const CHANGED = [giving.listKeys, giving.me, giving.listTokenPools, giving.listActions, giving.listWebhooks];

const TYPES = [
  { value: "secret", label: "Secret: for servers, signs calls" },
  { value: "publishable", label: "Publishable: for browsers, reads only" },
];

const DESCRIPTIONS = {
  secret: "A publishable key, a secret key and an HMAC secret. The secrets are shown once.",
  publishable: "A key without secrets, for pages that donors see. It can be read again at any time.",
};

type CreateKeyDialogProps = { onClose: () => void; onCreated: (key: CreatedKey) => void };

/** Mount it to open it. The answer holds the secrets; they go straight to `onCreated` and nowhere else. */
export function CreateKeyDialog({ onClose, onCreated }: CreateKeyDialogProps) {
  const formId = useId();
  const { environment } = useEnvironment();
  const me = useQuery(query(giving.me, {}));
  const lock = me.data && productionLock(me.data.partner);
  const create = useCall(giving.createKey, { refresh: CHANGED });
  const { register, handleSubmit, watch, setValue, setError, formState } = useForm({
    resolver: contractResolver(NewKeyForm),
    defaultValues: {
      name: "",
      environment,
      keyType: "secret",
      expiry: "never",
      lastDay: "",
      ipAllowlist: "",
      isLimited: false,
      scopes: [],
    },
  });
  const { errors } = formState;
  const [keyType, expiry, isLimited, scopes] = watch(["keyType", "expiry", "isLimited", "scopes"]);

  const submit = handleSubmit((form) =>
    create
      .mutateAsync(asCreateKey(form, new Date()))
      .then(onCreated)
      .catch((error) => {
        const wrongDay = error.issueOf?.("expiresAt");
        if (wrongDay) setError("lastDay", { message: `The day ${wrongDay}.` });
      }),
  );

  return (
    <Dialog
      open
      wide
      dismissible={!formState.isDirty}
      onOpenChange={onClose}
      title="Create key"
      description={DESCRIPTIONS[keyType]}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            Create key
          </Button>
        </>
      }
    >
      <form id={formId} noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
        {create.error && !errors.lastDay && (
          <Notice tone="danger" announce>
            {problemSentence(create.error)}
          </Notice>
        )}
        <Field label="Name" hint="Where it will be used, such as “Checkout backend”." error={errors.name?.message}>
          <Input autoComplete="off" {...register("name")} />
        </Field>
        <div className="grid gap-4 md:grid-cols-2">
          <Field label="Environment" hint={lock && `Production: ${lock.charAt(0).toLowerCase()}${lock.slice(1)}`}>
            <Select
              options={[
                { value: "sandbox", label: "Sandbox" },
                { value: "production", label: "Production", disabled: !me.data || lock !== undefined },
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
          onLimitedChange={(chosen) => setValue("isLimited", chosen, { shouldDirty: true })}
          scopes={scopes}
          onScopesChange={(chosen) => setValue("scopes", chosen, { shouldDirty: true })}
          error={errors.scopes?.message}
        />
      </form>
    </Dialog>
  );
}
