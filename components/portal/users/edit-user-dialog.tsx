"use client";

import { useId } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { UserFields } from "@/components/portal/users/user-fields";
import { asPatch, EditUserForm, formOf } from "@/components/portal/users/user-form";
import { USER_WORDS } from "@/components/portal/users/user-status";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { USER_STATUSES, type User } from "@/lib/domain/giving/users/schemas";

const STATUS_OPTIONS = USER_STATUSES.map((value) => ({ value, label: USER_WORDS[value] }));

/** What is known of a user, and whether rewards reach them. Mount it to open it. */
export function EditUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const formId = useId();
  const update = useCall(giving.updateUser, { refresh: [giving.listUsers, giving.getUser] });
  const { register, handleSubmit, formState } = useForm({
    resolver: contractResolver(EditUserForm),
    defaultValues: formOf(user),
  });

  const save = handleSubmit((form) => {
    const patch = asPatch(form, user);
    if (Object.keys(patch).length === 0) return onClose();
    update.mutate(
      { externalId: user.externalId, ...patch },
      {
        onSuccess: () => {
          toast.success(`User ${user.externalId} saved`);
          onClose();
        },
      },
    );
  });

  return (
    <Dialog
      open
      wide
      dismissible={!formState.isDirty}
      onOpenChange={onClose}
      title="Edit user"
      description={user.externalId}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            Save user
          </Button>
        </>
      }
    >
      <form id={formId} noValidate method="post" onSubmit={save} className="flex flex-col gap-4">
        {update.error && (
          <Notice tone="danger" announce>
            {problemSentence(update.error)}
          </Notice>
        )}
        <Field label="Status" hint="Inactive users keep their balance and receive no rewards.">
          <Select options={STATUS_OPTIONS} {...register("status")} />
        </Field>
        <UserFields register={register} errors={formState.errors} />
      </form>
    </Dialog>
  );
}
