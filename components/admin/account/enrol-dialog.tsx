"use client";

import { useEffect, useId, useState } from "react";
import { QrCode } from "@/components/admin/account/qr-code";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useCall } from "@/lib/client/query";
import * as ownAccount from "@/lib/contract/admin/own-account";
import * as signInApi from "@/lib/contract/admin/sign-in";

type EnrolDialogProps = { onClose: () => void; onEnrolled: (recoveryCodes: string[]) => void };

/** Draws a secret, shows it to an authenticator app and asks for the first code. Mount it to open it. */
export function EnrolDialog({ onClose, onEnrolled }: EnrolDialogProps) {
  const formId = useId();
  const { mutate: draw, ...begun } = useCall(ownAccount.beginTotp);
  const confirm = useCall(ownAccount.confirmTotp, { refresh: [signInApi.me] });
  const [code, setCode] = useState("");
  useEffect(() => draw({}), [draw]);
  const wrong = confirm.error && (confirm.error.issueOf("code") ?? undefined);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={false}
      title="Enrol a second factor"
      description="With an authenticator app on another device."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={confirm.isPending} disabled={!begun.data}>
            Turn on
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        method="post"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const onSuccess = (codes: { recoveryCodes: string[] }) => onEnrolled(codes.recoveryCodes);
          confirm.mutate({ code: code.trim() }, { onSuccess });
        }}
      >
        {begun.error && <Notice tone="danger">{problemSentence(begun.error)}</Notice>}
        {confirm.error && !wrong && (
          <Notice tone="danger" announce>
            {problemSentence(confirm.error)}
          </Notice>
        )}
        <p className="text-body text-content-muted">Scan the code, or type the key into the app by hand.</p>
        {begun.data ? (
          <>
            <QrCode text={begun.data.uri} label="QR code for the authenticator app" />
            <div className="flex items-center gap-1 rounded-control bg-muted py-1 pr-1 pl-3">
              <span className="min-w-0 flex-1 font-mono text-dense break-all">
                {begun.data.secret.match(/.{4}/g)?.join(" ")}
              </span>
              <CopyButton value={begun.data.secret} what="key" />
            </div>
          </>
        ) : (
          <Skeleton className="size-48" />
        )}
        <Field
          label="Code"
          hint="The six digits that the app shows now."
          error={wrong ? `The code ${wrong}.` : undefined}
        >
          <Input
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
