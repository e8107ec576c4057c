"use client";

import { useId } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { KeyExpiryFields } from "@/components/portal/keys/key-expiry-fields";
import { asPatch, EditKeyForm, type EXPIRIES } from "@/components/portal/keys/key-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Key } from "@/lib/domain/keys/schemas";

/** Name, expiry and allow-list of a key. Mount it to open it. */
export function EditKeyDialog({ apiKey, onClose }: { apiKey: Key; onClose: () => void }) {
  const formId = useId();
  const update = useCall(giving.updateKey, { refresh: [giving.listKeys, giving.getKey] });
  const { register, handleSubmit, watch, setError, formState } = useForm({
    resolver: contractResolver(EditKeyForm),
    defaultValues: {
      name: apiKey.name,
      expiry: (apiKey.expiresAt ? "keep" : "never") as (typeof EXPIRIES)[number],
      lastDay: "",
      ipAllowlist: apiKey.ipAllowlist.join("\n"),
    },
  });
  const { errors } = formState;

  const save = handleSubmit(async (form) => {
    const patch = asPatch(form, apiKey, new Date());
    if (Object.keys(patch).length === 0) return onClose();
    await update
      .mutateAsync({ id: apiKey.id, ...patch })
      .then(() => {
        toast.success(`Key “${form.name}” saved`);
        onClose();
      })
      .catch((error) => {
        const wrongDay = error.issueOf?.("expiresAt");
        if (wrongDay) setError("lastDay", { message: `The day ${wrongDay}.` });
      });
  });

  return (
    <Dialog
      open
      wide
      dismissible={!formState.isDirty}
      onOpenChange={onClose}
      title="Edit key"
      description="Changes hold from the next request on."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            Save key
          </Button>
        </>
      }
    >
      <form id={formId} noValidate method="post" onSubmit={save} className="flex flex-col gap-4">
        {update.error && !errors.lastDay && (
          <Notice tone="danger" announce>
            {problemSentence(update.error)}
          </Notice>
        )}
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
          hint="Addresses or ranges, one a line. Signed calls from elsewhere are refused."
          error={errors.ipAllowlist?.message}
        >
          <Textarea mono rows={2} spellCheck={false} {...register("ipAllowlist")} />
        </Field>
      </form>
    </Dialog>
  );
}
