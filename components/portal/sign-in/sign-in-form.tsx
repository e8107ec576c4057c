"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { DemoLogIns } from "@/components/portal/sign-in/demo-log-ins";
import { refusalSentence } from "@/components/portal/sign-in/refusal-sentence";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { signInWithPassword } from "@/lib/client/sign-in";
import { Login } from "@/lib/domain/accounts/schemas";

type SignInFormProps = {
  /** A path of this site. */
  next: string;
  /** Code of a refusal that brought the person here. */
  refusal?: string;
  demo: boolean;
};

export function SignInForm({ next, refusal, demo }: SignInFormProps) {
  const [problem, setProblem] = useState(refusal);
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, setValue, formState } = useForm({
    resolver: contractResolver(Login),
    defaultValues: { email: "", password: "" },
  });

  const signIn = handleSubmit(async ({ email, password }) => {
    const refused = await signInWithPassword(email.trim(), password);
    setProblem(refused ?? undefined);
    if (refused) return;
    setLeaving(true);
    // A full load: nothing of a former person's session survives it.
    window.location.assign(next);
  });

  return (
    <>
      <form noValidate method="post" onSubmit={signIn} className="flex flex-col gap-4">
        {problem && (
          <Notice tone="danger" announce>
            {refusalSentence(problem)}
          </Notice>
        )}
        <Field label="E-mail address" error={formState.errors.email?.message}>
          <Input type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} {...register("email")} />
        </Field>
        <Field label="Password" error={formState.errors.password?.message}>
          <PasswordInput autoComplete="current-password" {...register("password")} />
        </Field>
        <Button type="submit" variant="primary" size="large" loading={formState.isSubmitting || leaving}>
          Sign in
        </Button>
      </form>
      {demo && (
        <DemoLogIns
          onChoose={({ email, password }) => {
            setValue("email", email);
            setValue("password", password);
            void signIn();
          }}
        />
      )}
    </>
  );
}
