import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/portal/sign-in/entrance";
import { localPath } from "@/components/portal/sign-in/local-path";
import { SignInForm } from "@/components/portal/sign-in/sign-in-form";
import { findSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Sign in" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: PageProps) {
  const { next, error } = await searchParams;
  const target = localPath(next);
  if (await findSession()) redirect(target);
  return (
    <Entrance
      title="Sign in"
      purpose="To your keys, calls, rewards and webhooks."
      footer={
        env().selfServiceSandboxEnabled && (
          <>
            New here? <Link href="/sign-up">Create an account</Link> and call the sandbox in five minutes.
          </>
        )
      }
    >
      <SignInForm next={target} refusal={typeof error === "string" ? error : undefined} demo={env().demo} />
    </Entrance>
  );
}
