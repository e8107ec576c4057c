"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ADMIN_ROLES_EXPLAINED } from "@/components/admin/team/admin-role-meanings";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { InvitationProblem } from "@/components/portal/invitation/invitation-problem";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, call } from "@/lib/client/call";
import { query } from "@/lib/client/query";
import { signInWithPassword } from "@/lib/client/sign-in";
import * as ownAccount from "@/lib/contract/admin/own-account";

/** Opens an administrator's account by the token of a mail, and signs in. */
export function AcceptAdminInvitationForm({ token }: { token: string }) {
  const offer = useQuery({ ...query(ownAccount.readInvitation, { token }), retry: false });
  const [problem, setProblem] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [working, setWorking] = useState(false);
  if (offer.error) return <InvitationProblem error={offer.error} />;
  if (!offer.data) return <Skeleton className="h-48" />;
  const { email, role } = offer.data;

  const accept = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setWrong(password.length < 12 ? "Use at least 12 characters." : undefined);
    setProblem(undefined);
    if (password.length < 12) return;
    setWorking(true);
    try {
      await call(ownAccount.acceptInvitation, { token, password });
      const refused = await signInWithPassword(email, password);
      window.location.replace(refused ? `/sign-in?error=${encodeURIComponent(refused)}` : "/admin/account");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.code === "USER_EXISTS" ? error.message : problemSentence(error));
      setWorking(false);
    }
  };

  return (
    <form noValidate method="post" onSubmit={accept} className="flex flex-col gap-4">
      <p className="text-body">
        <span className="font-medium break-all">{email}</span> is asked to join as {ADMIN_ROLES_EXPLAINED[role].word}.{" "}
        {ADMIN_ROLES_EXPLAINED[role].meaning}
      </p>
      {problem && (
        <Notice tone="danger" announce>
          {problem}
        </Notice>
      )}
      <input type="email" name="email" value={email} readOnly hidden autoComplete="username" />
      <Field label="Password" hint="12 to 128 characters. A sentence is a good one." error={wrong}>
        <PasswordInput name="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" size="large" loading={working}>
        Create account
      </Button>
    </form>
  );
}
