"use client";

import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { NewApiClientForm } from "@/components/admin/api-clients/api-client-form";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { OwnerField } from "@/components/admin/api-clients/owner-field";
import { ScopeFields } from "@/components/admin/api-clients/scope-fields";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import { RATE_LIMIT_DEFAULT } from "@/lib/domain/api-clients/schemas";
import { MINIMUM_SCOPES } from "@/lib/domain/api-clients/scopes";

/** Mount it to open it. It leads to the new client, which needs a key next. */
export function CreateApiClientDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const create = useCall(clientsApi.createApiClient, { refresh: CLIENT_READS });
  const { register, handleSubmit, watch, setValue, formState } = useForm({
    resolver: contractResolver(NewApiClientForm),
    defaultValues: { name: "", ownerId: "", scopes: [...MINIMUM_SCOPES], rateLimit: String(RATE_LIMIT_DEFAULT) },
  });
  const { errors } = formState;
  const submit = (reason: string) =>
    handleSubmit(({ name, ownerId, scopes, rateLimit }) => {
      const owner = ownerId ? { ownerType: "partner" as const, ownerId } : { ownerType: "admin" as const };
      create.mutate(
        { name, scopes, rateLimitPerMinute: rateLimit, ...owner, reason },
        {
          onSuccess: ({ data }) => {
            toast.success(`Client “${data.name}” created`);
            onClose();
            router.push(`/admin/api-clients/${data.id}/keys`);
          },
        },
      );
    })();
  return (
    <WriteDialog
      wide
      title="Create API client"
      description="It starts in sandbox mode and goes live by promotion alone. Its keys share scopes and limit."
      submitLabel="Create client"
      isSaving={create.isPending}
      problem={create.error}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      <Field label="Name" hint="The program that calls, such as “Acme senior finder”." error={errors.name?.message}>
        <Input autoComplete="off" {...register("name")} />
      </Field>
      <OwnerField ownerId={register("ownerId")} />
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
