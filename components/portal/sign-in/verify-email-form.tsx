"use client";

import { useState } from "react";
import { refusalSentence } from "@/components/portal/sign-in/refusal-sentence";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { signInWithMailToken } from "@/lib/client/sign-in";

/** A button, because mail scanners open links: opening the page must not use the token up. */
export function VerifyEmailForm({ token }: { token: string }) {
  const [problem, setProblem] = useState<string>();
  const [working, setWorking] = useState(false);

  const confirm = async () => {
    setWorking(true);
    const refused = await signInWithMailToken(token);
    // Replaced, so that the token does not stay in the history.
    if (!refused) return window.location.replace("/home");
    setProblem(refused);
    setWorking(false);
  };

  return (
    <div className="flex flex-col gap-4">
      {problem && (
        <Notice tone="danger" announce>
          {refusalSentence(problem)}
        </Notice>
      )}
      <Button variant="primary" size="large" loading={working} onClick={confirm}>
        Confirm address and sign in
      </Button>
      {problem && <LinkButton href="/sign-in">Go to sign-in</LinkButton>}
    </div>
  );
}
