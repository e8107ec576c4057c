import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/portal/sign-in/entrance";
import { SignUpForm } from "@/components/portal/sign-in/sign-up-form";
import { Notice } from "@/components/ui/notice";
import { findSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Create account" };

// Whether sign-up is open is a setting of the running server, not of the build.
export const dynamic = "force-dynamic";

export default async function SignUpPage() {
  if (await findSession()) redirect("/home");
  return (
    <Entrance
      title="Create account"
      purpose="A sandbox of your own: keys, 100,000 test tokens, webhooks. Nothing in it is real."
      footer={
        <>
          Have an account? <Link href="/sign-in">Sign in</Link>. For a reviewed way into production from the start,{" "}
          <Link href="/inquire">request partnership</Link>.
        </>
      }
    >
      {env().selfServiceSandboxEnabled ? (
        <SignUpForm />
      ) : (
        <Notice tone="info" title="Sign-up is closed">
          Accounts on this server are opened by invitation. <Link href="/inquire">Request partnership</Link> to get one.
        </Notice>
      )}
    </Entrance>
  );
}
