"use client";

import { useEffect, useRef, useState } from "react";
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
  const [asksCode, setAsksCode] = useState(false);
  const [code, setCode] = useState("");
  const { register, handleSubmit, setValue, formState } = useForm({
    resolver: contractResolver(Login),
    defaultValues: { email: "", password: "" },
  });

  const signIn = handleSubmit(async ({ email, password }) => {
    const refused = await signInWithPassword(email.trim(), password, asksCode ? code.trim() : undefined);
    if (refused === "TOTP_REQUIRED" && !asksCode) {
      setProblem(undefined);
      return setAsksCode(true);
    }
    setProblem(asksCode && refused === "INVALID_CREDENTIALS" ? "WRONG_CODE" : (refused ?? undefined));
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
        {asksCode && <CodeField value={code} onChange={setCode} />}
        <div className={asksCode ? "hidden" : "contents"}>
          <Field label="E-mail address" error={formState.errors.email?.message}>
            <Input
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              {...register("email")}
            />
          </Field>
          <Field label="Password" error={formState.errors.password?.message}>
            <PasswordInput autoComplete="current-password" {...register("password")} />
          </Field>
        </div>
        <Button type="submit" variant="primary" size="large" loading={formState.isSubmitting || leaving}>
          Sign in
        </Button>
        {asksCode && (
          <Button
            variant="ghost"
            onClick={() => {
              setAsksCode(false);
              setCode("");
              setProblem(undefined);
            }}
          >
            Use another account
          </Button>
        )}
      </form>
      {demo && !asksCode && (
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

/** The second step, for administrators with a second factor. */
function CodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Field label="Code" hint="The six digits of your authenticator app, or a recovery code.">
      <Input
        ref={field}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={32}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
