"use client";

import { useForm } from "react-hook-form";
import { z } from "zod";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { KEY_READS } from "@/components/admin/keys/key-reads";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { KeyExpiryFields } from "@/components/portal/keys/key-expiry-fields";
import { EXPIRIES, expiresAtOf } from "@/components/portal/keys/key-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useCall } from "@/lib/client/query";
import * as keysApi from "@/lib/contract/admin/keys";
import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";
import { type CreatedKey, CreateKey } from "@/lib/domain/keys/schemas";

const RotateKeyForm = z
  .object({ name: CreateKey.shape.name, expiry: z.enum(EXPIRIES), lastDay: z.string() })
  .refine(({ expiry, lastDay }) => expiry !== "date" || lastDay !== "", {
    path: ["lastDay"],
    message: "Choose the last day on which the key works.",
  });

type RotateKeyDialogProps = { apiKey: PartnerKey; onClose: () => void; onCreated: (key: CreatedKey) => void };

/** Gives a pair a successor. Mount it to open it; the answer holds the secrets, which go straight to `onCreated`. */
export function RotateKeyDialog({ apiKey, onClose, onCreated }: RotateKeyDialogProps) {
  const rotate = useCall(keysApi.rotateKey, { refresh: KEY_READS });
  const { register, handleSubmit, watch, formState } = useForm({
    resolver: contractResolver(RotateKeyForm),
    defaultValues: { name: apiKey.name, expiry: "never" as (typeof EXPIRIES)[number], lastDay: "" },
  });
  const { errors } = formState;
  const submit = (reason: string) =>
    handleSubmit((form) => {
      const expiresAt = expiresAtOf(form, new Date()) ?? undefined;
      const onSuccess = (created: CreatedKey) => {
        onClose();
        onCreated(created);
      };
      rotate.mutate({ id: apiKey.partnerId, keyId: apiKey.id, name: form.name, expiresAt, reason }, { onSuccess });
    })();
  return (
    <WriteDialog
      wide
      title={`Rotate key “${apiKey.name}”`}
      description="Makes a fresh pair with the same scopes and allow-list. The former one stays valid until it is revoked, so that the partner can move over without an interruption."
      submitLabel="Rotate key"
      isSaving={rotate.isPending}
      problem={rotate.error}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      <Field label="Name of the new pair" error={errors.name?.message}>
        <Input autoComplete="off" {...register("name")} />
      </Field>
      <KeyExpiryFields
        expiry={register("expiry")}
        lastDay={register("lastDay")}
        chosen={watch("expiry")}
        error={errors.lastDay?.message}
      />
    </WriteDialog>
  );
}
