import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SandboxCheckout } from "@/components/public/checkout/sandbox-checkout";
import { readCheckout } from "@/lib/http/checkout";

// The address holds a token: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Test checkout", referrer: "no-referrer", robots: { index: false } };

type PageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SandboxCheckoutPage({ params, searchParams }: PageProps) {
  const [{ token }, { problem }] = [await params, await searchParams];
  const checkout = await readCheckout(token);
  if (!checkout) notFound();
  return <SandboxCheckout checkout={checkout} token={token} problem={typeof problem === "string" ? problem : null} />;
}
