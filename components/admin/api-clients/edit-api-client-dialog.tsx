"use client";

import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { ApiClientForm } from "@/components/admin/api-clients/api-client-form";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { ScopeFields } from "@/components/admin/api-clients/scope-fields";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";

/** Changes what a client is called and may do. Mount it to open it. */
export function EditApiClientDialog({ client, onClose }: { client: ApiClient; onClose: () => void }) {
  const save = useCall(clientsApi.updateApiClient, { refresh: CLIENT_READS });
  const { register, handleSubmit, watch, setValue, formState } = useForm({
    resolver: contractResolver(ApiClientForm),
    defaultValues: { name: client.name, scopes: client.scopes, rateLimit: String(client.rateLimitPerMinute) },
  });
  const { errors } = formState;
  const submit = (reason: string) =>
    handleSubmit(({ name, scopes, rateLimit }) =>
      save.mutate(
        { id: client.id, name, scopes, rateLimitPerMinute: rateLimit, reason },
        {
          onSuccess: () => {
            toast.success(`Client “${name}” saved`);
            onClose();
          },
        },
      ),
    )();
  return (
    <WriteDialog
      wide
      title={`Edit “${client.name}”`}
      description="Holds from its next call on: a scope taken away is refused with missing_scope."
      submitLabel="Save client"
      isSaving={save.isPending}
      problem={save.error}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      <Field label="Name" error={errors.name?.message}>
        <Input autoComplete="off" {...register("name")} />
      </Field>
      <ScopeFields
        chosen={watch("scopes")}
        onChange={(scopes) => setValue("scopes", scopes)}
        error={errors.scopes?.message}
      />
      <Field label="Rate limit" hint="Calls a minute, over all its keys together." error={errors.rateLimit?.message}>
        <Input inputMode="numeric" autoComplete="off" {...register("rateLimit")} />
      </Field>
    </WriteDialog>
  );
}
