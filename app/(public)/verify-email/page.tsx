import type { Metadata } from "next";
import Link from "next/link";
import { Entrance } from "@/components/portal/sign-in/entrance";
import { VerifyEmailForm } from "@/components/portal/sign-in/verify-email-form";
import { Notice } from "@/components/ui/notice";

// The address holds a token: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Confirm address", referrer: "no-referrer" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function VerifyEmailPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  return (
    <Entrance title="Confirm your e-mail address" purpose="The last step before your sandbox.">
      {typeof token === "string" && token !== "" ? (
        <VerifyEmailForm token={token} />
      ) : (
        <Notice tone="warning" title="The link is incomplete">
          Copy the whole address from the mail, or <Link href="/sign-in">sign in</Link> if you confirmed it before.
        </Notice>
      )}
    </Entrance>
  );
}
