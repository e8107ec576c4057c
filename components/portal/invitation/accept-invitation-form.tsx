"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { InvitationProblem } from "@/components/portal/invitation/invitation-problem";
import { PARTNER_ROLE_WORDS } from "@/components/portal/team/team-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, call } from "@/lib/client/call";
import { query } from "@/lib/client/query";
import { signInWithPassword } from "@/lib/client/sign-in";
import * as giving from "@/lib/contract/giving";

type Wrong = Partial<Record<"firstName" | "lastName" | "password", string>>;

const FIELDS = ["firstName", "lastName", "password"] as const;

/** Joins a partner's team by the token of a mail, and signs in. Reading it changes nothing: mail scanners open links. */
export function AcceptInvitationForm({ token }: { token: string }) {
  const offer = useQuery({ ...query(giving.readInvitation, { token }), retry: false });
  const [problem, setProblem] = useState<string>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [working, setWorking] = useState(false);
  if (offer.error) return <InvitationProblem error={offer.error} />;
  if (!offer.data) return <Skeleton className="h-48" />;
  const { email, partnerName, role, hasAccount } = offer.data;

  const accept = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { password = "", firstName, lastName } = given;
    const missing = Object.fromEntries(FIELDS.flatMap((name) => (given[name] === "" ? [[name, "Fill this in."]] : [])));
    setWrong(missing);
    setProblem(undefined);
    if (Object.keys(missing).length > 0) return;
    setWorking(true);
    try {
      await call(giving.acceptInvitation, { token, password, ...(!hasAccount && { firstName, lastName }) });
      const refused = await signInWithPassword(email, password);
      // Replaced, so that the token does not stay in the history.
      window.location.replace(refused ? `/sign-in?error=${encodeURIComponent(refused)}` : "/home");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const named = FIELDS.flatMap((name) => (error.issueOf(name) ? [[name, error.issueOf(name)]] : []));
      setWrong(Object.fromEntries(named));
      const own = error.code === "USER_EXISTS" ? error.message : problemSentence(error);
      setProblem(named.length > 0 ? undefined : own);
      setWorking(false);
    }
  };

  return (
    <form noValidate method="post" onSubmit={accept} className="flex flex-col gap-4">
      <p className="text-body">
        <span className="font-medium">{partnerName}</span> asks <span className="font-medium break-all">{email}</span>{" "}
        to join as {PARTNER_ROLE_WORDS[role].word.toLowerCase()}. {PARTNER_ROLE_WORDS[role].meaning}
      </p>
      {problem && (
        <Notice tone="danger" announce>
          {problem}
        </Notice>
      )}
      {!hasAccount && (
        <div className="grid gap-4 md:grid-cols-2">
          <Field label="First name" error={wrong.firstName}>
            <Input name="firstName" autoComplete="given-name" />
          </Field>
          <Field label="Last name" error={wrong.lastName}>
            <Input name="lastName" autoComplete="family-name" />
          </Field>
        </div>
      )}
      <input type="email" name="email" value={email} readOnly hidden autoComplete="username" />
      <Field
        label="Password"
        hint={hasAccount ? "That of the account you have." : "12 to 128 characters. A sentence is a good one."}
        error={wrong.password}
      >
        <PasswordInput name="password" autoComplete={hasAccount ? "current-password" : "new-password"} />
      </Field>
      <Button type="submit" variant="primary" size="large" loading={working}>
        {hasAccount ? "Join team" : "Create account and join"}
      </Button>
    </form>
  );
}
