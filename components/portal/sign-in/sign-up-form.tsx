"use client";

import { MailCheck } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { ApiError, call } from "@/lib/client/call";
import { signInWithPassword } from "@/lib/client/sign-in";
import * as giving from "@/lib/contract/giving";
import { Register, VerificationSent } from "@/lib/domain/accounts/schemas";

const FIELDS = ["email", "password", "firstName", "lastName", "organizationName"] as const;
const EMPTY = { email: "", password: "", firstName: "", lastName: "", organizationName: "" };

export function SignUpForm() {
  const [sentTo, setSentTo] = useState<string>();
  const [leaving, setLeaving] = useState(false);
  const form = useForm({ resolver: contractResolver(Register), defaultValues: EMPTY });
  const { register, handleSubmit, setError, formState } = form;
  const { errors } = formState;

  const refuse = (error: ApiError) => {
    if (error.code === "USER_EXISTS") return setError("root", { type: "taken" });
    const named = FIELDS.filter((field) => error.issueOf(field) !== undefined);
    for (const field of named) setError(field, { message: error.issueOf(field) });
    if (named.length === 0) setError("root", { message: problemSentence(error) });
  };

  const openAccount = handleSubmit(async (values) => {
    try {
      const answer: unknown = await call(giving.register, values);
      if (VerificationSent.safeParse(answer).success) return setSentTo(values.email);
      // The account exists: if this refuses, the sign-in page is where to go on.
      const refused = await signInWithPassword(values.email, values.password);
      setLeaving(true);
      window.location.assign(refused ? `/sign-in?error=${encodeURIComponent(refused)}` : "/home");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refuse(error);
    }
  });

  if (sentTo) return <CheckYourMail address={sentTo} />;
  return (
    <form noValidate method="post" onSubmit={openAccount} className="flex flex-col gap-4">
      {errors.root && (
        <Notice tone="danger" announce>
          {errors.root.type === "taken" ? <AddressTaken /> : errors.root.message}
        </Notice>
      )}
      <Field label="Organisation" hint="Partner name shown in the portal." error={errors.organizationName?.message}>
        <Input autoComplete="organization" {...register("organizationName")} />
      </Field>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="First name" error={errors.firstName?.message}>
          <Input autoComplete="given-name" {...register("firstName")} />
        </Field>
        <Field label="Last name" error={errors.lastName?.message}>
          <Input autoComplete="family-name" {...register("lastName")} />
        </Field>
      </div>
      <Field label="E-mail address" error={errors.email?.message}>
        <Input type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} {...register("email")} />
      </Field>
      <Field label="Password" hint="12 to 128 characters. A sentence is a good one." error={errors.password?.message}>
        <PasswordInput autoComplete="new-password" {...register("password")} />
      </Field>
      <Button type="submit" variant="primary" size="large" loading={formState.isSubmitting || leaving}>
        Create account
      </Button>
    </form>
  );
}

function AddressTaken() {
  return (
    <>
      An account with this e-mail address exists. <Link href="/sign-in">Sign in</Link> instead, or use another address.
    </>
  );
}

function CheckYourMail({ address }: { address: string }) {
  return (
    <div role="status">
      <EmptyState
        icon={<MailCheck />}
        title="Check your mail"
        action={<LinkButton href="/sign-in">Go to sign-in</LinkButton>}
      >
        A mail is on its way to <span className="font-medium break-all text-content">{address}</span>. Follow the link
        in it within 24 hours to confirm the address and sign in.
      </EmptyState>
    </div>
  );
}
