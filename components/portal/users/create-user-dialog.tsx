"use client";

import { useId } from "react";
import { useForm } from "react-hook-form";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { UserFields } from "@/components/portal/users/user-fields";
import { asCreateUser, EMPTY_USER, NewUserForm } from "@/components/portal/users/user-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useEnvironment } from "@/lib/client/providers";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { User } from "@/lib/domain/giving/users/schemas";

const TAKEN = "A user with this ID and other details exists. Open that user to change the details.";

export type CreateUserDialogProps = { onClose: () => void; onCreated: (user: User) => void };

/** A user before the first action names one. Mount it to open it. */
export function CreateUserDialog({ onClose, onCreated }: CreateUserDialogProps) {
  const formId = useId();
  const { environment } = useEnvironment();
  const create = useCall(giving.createUser, { refresh: [giving.listUsers, giving.getUser] });
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: contractResolver(NewUserForm),
    defaultValues: EMPTY_USER,
  });
  const { errors } = formState;

  const submit = handleSubmit((form) =>
    create
      .mutateAsync(asCreateUser(form))
      .then(onCreated)
      .catch((error) => {
        if (error.code === "USER_EXISTS") setError("externalId", { message: TAKEN }, { shouldFocus: true });
      }),
  );

  return (
    <Dialog
      open
      wide
      dismissible={!formState.isDirty}
      onOpenChange={onClose}
      title={`Create ${environment} user`}
      description="Whoever is named in an action can also be created by it, with autoCreateUsers."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            Create user
          </Button>
        </>
      }
    >
      <form id={formId} noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
        {create.error && !errors.externalId && (
          <Notice tone="danger" announce>
            {problemSentence(create.error)}
          </Notice>
        )}
        <Field
          label="External ID"
          hint="The user's ID in your own system, such as cust-314. It cannot be changed later."
          error={errors.externalId?.message}
        >
          <Input mono autoComplete="off" spellCheck={false} {...register("externalId")} />
        </Field>
        <UserFields register={register} errors={errors} />
      </form>
    </Dialog>
  );
}
