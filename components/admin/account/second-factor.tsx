"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { EnrolDialog } from "@/components/admin/account/enrol-dialog";
import { RecoveryCodesDialog } from "@/components/admin/account/recovery-codes-dialog";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { query, useCall } from "@/lib/client/query";
import * as ownAccount from "@/lib/contract/admin/own-account";
import * as signInApi from "@/lib/contract/admin/sign-in";

/** The own second factor: enrol, see how many recovery codes are left, remove. */
export function SecondFactor() {
  const me = useQuery(query(signInApi.me, {}));
  const [open, setOpen] = useState<"enrol" | "remove">();
  const [codes, setCodes] = useState<string[]>();
  const factor = me.data?.secondFactor;
  return (
    <Section
      title="Second factor"
      description="A code of an authenticator app, asked for after the password at every sign-in."
      actions={
        factor &&
        (factor.active ? (
          <Button onClick={() => setOpen("remove")}>Remove second factor</Button>
        ) : (
          <Button variant="primary" onClick={() => setOpen("enrol")}>
            Enrol second factor
          </Button>
        ))
      }
    >
      {!factor && <Skeleton className="h-6 w-64" />}
      {factor?.active === false && (
        <Status tone={factor.required ? "warning" : "neutral"}>
          {factor.required ? "Required here, and not enrolled yet" : "Not enrolled"}
        </Status>
      )}
      {factor?.active && (
        <div className="flex flex-wrap gap-x-6 gap-y-2 text-body">
          <Status tone="success">Active</Status>
          <Status tone={factor.recoveryCodesLeft < 3 ? "warning" : "neutral"}>
            {factor.recoveryCodesLeft} of 10 recovery codes left
          </Status>
        </div>
      )}
      {open === "enrol" && (
        <EnrolDialog
          onClose={() => setOpen(undefined)}
          onEnrolled={(recoveryCodes) => {
            setOpen(undefined);
            setCodes(recoveryCodes);
          }}
        />
      )}
      {open === "remove" && <RemoveDialog onClose={() => setOpen(undefined)} />}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
    </Section>
  );
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const remove = useCall(ownAccount.removeTotp, { refresh: [signInApi.me] });
  const [password, setPassword] = useState("");
  const onSuccess = () => {
    toast.success("Second factor removed");
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title="Remove your second factor?"
      consequence="The password alone opens your account then, and the recovery codes are void."
      confirmLabel="Remove second factor"
      keepLabel="Keep second factor"
      loading={remove.isPending}
      error={
        remove.error &&
        (remove.error.code === "INVALID_CREDENTIALS" ? "The password is wrong." : problemSentence(remove.error))
      }
      onConfirm={() => remove.mutate({ password }, { onSuccess })}
    >
      <Field label="Password">
        <PasswordInput
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
